import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Acteur, ActeurAgent } from '#core/journal/domain/acteur.ts'
import type { DepotVu } from './contract.ts'
import { listerPieces, rattacherPieces } from './index.ts'
import { routesDesPieces } from './routes.ts'
import { type Banc, ouvrirBanc } from './testing.ts'
import { eml, PDF, PNG } from './testing-fichiers.ts'

describe('rattacher des pièces à un dossier', () => {
  let banc: Banc
  let charge: ActeurAgent
  let collegue: ActeurAgent

  beforeAll(async () => {
    banc = await ouvrirBanc((fichiers) => routesDesPieces({ fichiers, tailleMax: 1024 * 1024 }))
    charge = await banc.agent('charge')
    collegue = await banc.agent('charge')
  })
  afterAll(() => banc.fermer())

  const deposer = (nom: string, contenu: Uint8Array, dossierId?: string) =>
    banc.appeler<DepotVu>(charge, 'pieces.deposer', dossierId === undefined ? {} : { dossierId }, {
      nom,
      contenu,
    })
  const message = () =>
    deposer(
      'm.eml',
      eml({
        jointes: [
          { nom: 'a.pdf', contenu: PDF },
          { nom: 'b.png', contenu: PNG },
        ],
      }),
    )
  const rattacher = (ids: readonly string[], dossierId: string, acteur: Acteur = charge) =>
    banc.ecrire(acteur, (tx) => rattacherPieces(tx, acteur, ids, dossierId))
  const noms = async (dossierId: string, acteur: Acteur = charge) =>
    (await banc.ecrire(acteur, (tx) => listerPieces(tx, dossierId))).map(({ nom }) => nom)

  it('un message emmène ses pièces jointes, qui le suivent dans la liste', async () => {
    const dossierId = await banc.dossier()
    const { piece } = await message()
    await rattacher([piece.id], dossierId)
    expect(await noms(dossierId)).toEqual(['m.eml', 'a.pdf', 'b.png'])
    expect(await noms(dossierId, collegue)).toEqual(['m.eml', 'a.pdf', 'b.png'])
  })

  it('une pièce jointe seule vient sans son message', async () => {
    const dossierId = await banc.dossier()
    const { piece, jointes } = await message()
    await rattacher([jointes[0]?.id ?? ''], dossierId)
    const [versee] = await banc.ecrire(charge, (tx) => listerPieces(tx, dossierId))
    expect(versee).toMatchObject({ nom: 'a.pdf', pieceMereId: null })
    await banc.appeler(charge, 'pieces.retirerDepot', { id: piece.id })
    expect(await noms(dossierId)).toEqual(['a.pdf'])
    expect(
      (await banc.telecharger(charge, 'pieces.telecharger', { id: versee?.id })).octets.equals(PDF),
    ).toBe(true)
  })

  it('recommencer ne change rien', async () => {
    const dossierId = await banc.dossier()
    const { piece, jointes } = await message()
    const ids = [piece.id, ...jointes.map(({ id }) => id), piece.id]
    await rattacher(ids, dossierId)
    await rattacher(ids, dossierId)
    const pieces = await banc.ecrire(charge, (tx) => listerPieces(tx, dossierId))
    expect(pieces.map(({ pieceMereId }) => pieceMereId)).toEqual([null, piece.id, piece.id])
  })

  it('est refusé, en entier, pour le dépôt d’un autre agent', async () => {
    const dossierId = await banc.dossier()
    const { piece: sienne } = await banc.appeler<DepotVu>(
      collegue,
      'pieces.deposer',
      {},
      { nom: 'x.pdf', contenu: PDF },
    )
    const { piece } = await deposer('a.pdf', PDF)
    await expect(rattacher([piece.id, sienne.id], dossierId)).rejects.toMatchObject({
      code: 'refused',
      details: { refus: 'piece-indisponible', message: expect.stringContaining('Déposez-la de nouveau') },
    })
    expect(await noms(dossierId)).toEqual([])
  })

  it('est refusé pour une pièce d’un autre dossier, qui y reste', async () => {
    const [un, deux] = [await banc.dossier(), await banc.dossier()]
    const { piece } = await deposer('a.pdf', PDF, un)
    await expect(rattacher([piece.id], deux)).rejects.toMatchObject({
      details: { refus: 'piece-d-un-autre-dossier' },
    })
    expect([await noms(un), await noms(deux)]).toEqual([['a.pdf'], []])
  })

  it('est impossible vers un dossier hors du périmètre', async () => {
    const { piece } = await deposer('a.pdf', PDF)
    const cache = await banc.dossier({ classe: 'sensible' })
    await expect(rattacher([piece.id], cache)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('deux dossiers ne prennent pas la même pièce, même au même instant', async () => {
    const [un, deux] = [await banc.dossier(), await banc.dossier()]
    const { piece } = await deposer('a.pdf', PDF)
    const issues = await Promise.allSettled([rattacher([piece.id], un), rattacher([piece.id], deux)])
    expect(issues.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([...(await noms(un)), ...(await noms(deux))]).toEqual(['a.pdf'])
  })
})
