import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActeurAgent } from '#core/journal/index.ts'
import { pdfOfLines } from '#platform/documents/pdf.testing.ts'
import type { CourrierVu } from './contract.ts'
import { EXEMPLE_DE_LETTRE } from './lettre-type.ts'
import { viderLesCourriers } from './testing-courriers.ts'
import { OFFRE_DE_MEDIATION } from './testing-modele.ts'
import { type BancDeLettres, ouvrirLesLettres, PDF } from './testing-vie.ts'

describe('déposer le PDF d’une lettre', () => {
  let b: BancDeLettres
  let charge: ActeurAgent
  let c: CourrierVu
  let numero: string

  beforeAll(async () => {
    b = await ouvrirLesLettres('embedded')
    charge = await b.agent('charge')
  })
  afterAll(() => b.fermer())
  beforeEach(async () => {
    await viderLesCourriers(b.banc.base)
    c = await b.lettre(charge)
    const [dossier] = await b.banc.lignes('select numero from dossiers.dossier where id = $1', [c.dossierId])
    numero = String(dossier?.['numero'])
  })

  const { service, adresseDuService, courrielDuService, telephoneDuService } = EXEMPLE_DE_LETTRE
  const Pied = [`${service} – ${adresseDuService}`, `${telephoneDuService} – ${courrielDuService}`]
  const lettre = (offre: readonly string[], pied = Pied, reference = numero) =>
    pdfOfLines([[`Nos références : ${reference}`, 'Madame,', ...offre, ...pied]])
  const Coupee = OFFRE_DE_MEDIATION.replace('vous faire', 'vous\nfaire')
    .replace('représentant', 'représen-\ntant')
    .split('\n')
  const deposer = (pdf: Uint8Array) => b.faire(charge, 'deposerPdf', c, {}, pdf)
  const refus = (message: RegExp) => ({
    code: 'invalid',
    details: { message: expect.stringMatching(message) },
  })

  it('est accepté quand il dit tout, ses lignes et ses mots coupés', async () => {
    await deposer(lettre(Coupee))
    expect((await b.voir(charge, c)).versions[0]?.pdf).toMatchObject({ origine: 'depot' })
  })

  it('est refusé sans le texte de loi, qui est nommé', async () => {
    const avant = await b.banc.objets()
    await expect(deposer(lettre(['Vous pouvez nous écrire.']))).rejects.toMatchObject(
      refus(/«.Offre de médiation.» \(CSP, art\. R\. 1112-92\).*mot pour mot.*Refaites le PDF/s),
    )
    expect((await b.voir(charge, c)).versions[0]?.pdf).toBeNull()
    expect(await b.banc.objets()).toEqual(avant)
  })

  it('est refusé sans une autre mention, comme la lettre corrigée dans Word', async () => {
    await expect(deposer(lettre(Coupee, Pied.slice(0, 1)))).rejects.toMatchObject(
      refus(/Adresse électronique du service.*Téléphone du service/s),
    )
  })

  it('d’un autre dossier, ne dit que cela', async () => {
    await expect(deposer(lettre([], [], 'REC-2019-00001'))).rejects.toMatchObject(
      refus(/^Ce PDF porte le numéro REC-2019-00001/),
    )
  })

  it('numérisé, sans texte à lire, est accepté', async () => {
    await deposer(PDF)
    expect((await b.voir(charge, c)).versions[0]?.pdf).toMatchObject({ origine: 'depot' })
  })
})
