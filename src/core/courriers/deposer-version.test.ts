import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActeurAgent } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { CourrierVu, contract } from './contract.ts'
import { viderLesCourriers } from './testing-courriers.ts'
import { docx, OFFRE_DE_MEDIATION } from './testing-modele.ts'
import { type BancDeLettres, corriger, MOT_DE_PASSE, ouvrirLesLettres, sansIdentite } from './testing-vie.ts'

type Depot = OutputOf<typeof contract.deposerVersion>
type Comparaison = OutputOf<typeof contract.comparerVersions>

describe('déposer la lettre corrigée dans Word', () => {
  let b: BancDeLettres
  let charge: ActeurAgent
  let directeur: ActeurAgent
  let c: CourrierVu
  let word: Buffer

  beforeAll(async () => {
    b = await ouvrirLesLettres('embedded')
    charge = await b.agent('charge')
    directeur = await b.agent('directeur')
  })
  afterAll(() => b.fermer())
  beforeEach(async () => {
    await viderLesCourriers(b.banc.base)
    c = await b.lettre(charge)
    word = await b.word(charge, c)
  })

  const deposer = (
    fichier: Uint8Array | string,
    plus: Readonly<Record<string, unknown>> = {},
    courrier: CourrierVu = c,
  ) => b.faire<Depot>(charge, 'deposerVersion', courrier, plus, fichier)
  const objets = () => b.banc.objets()

  it('en fait la version suivante, et montre ce qui a changé', async () => {
    const corrigee = corriger(word, 'Notre décision tient', 'Après étude, notre décision tient')
    expect(await deposer(corrigee)).toMatchObject({ rang: 2, defauts: [], aConfirmer: null })
    const vue = await b.voir(charge, c)
    expect(vue).toMatchObject({ version: 2, etat: 'prepare' })
    expect(vue.versions.map(({ rang, origine, nom }) => [rang, origine, nom])).toEqual([
      [2, 'reimport', expect.stringMatching(/ v2\.docx$/)],
      [1, 'fusion', expect.stringMatching(/\d\.docx$/)],
    ])
    expect((await b.word(charge, vue)).equals(Buffer.from(corrigee))).toBe(true)
    const { blocs } = await b.banc.appeler<Comparaison>(charge, 'courriers.comparerVersions', {
      id: c.id,
      de: 1,
      a: 2,
    })
    expect(blocs.filter(({ nature }) => nature !== 'egal')).toMatchObject([
      {
        nature: 'modifie',
        morceaux: expect.arrayContaining([
          { nature: 'ajoute', texte: expect.stringContaining('Après étude') },
        ]),
      },
    ])
  })

  it('annule le visa demandé, et ne compte plus celui qui était donné', async () => {
    const demande = await b.faire(charge, 'demanderVisa', c, { agentId: directeur.agentId, message: '' })
    await b.faire(directeur, 'rendreVisa', { id: c.id, ...demande }, { decision: 'donne', commentaire: '' })
    await deposer(corriger(word, 'Madame, Monsieur,', 'Madame,'), {}, await b.voir(charge, c))
    const vue = await b.voir(charge, c)
    expect(vue).toMatchObject({ etat: 'prepare', prochaine: 'demanderVisa' })
    expect(vue.visas).toMatchObject([{ rang: 1, decision: 'donne' }])
  })

  const corps = (xml: string) => corriger(word, '<w:t xml:space="preserve">Madame, Monsieur,</w:t>', xml)
  it.each<[string, () => Uint8Array | string, string, RegExp]>([
    [
      'des modifications suivies',
      () =>
        corps(
          '<w:t>Madame</w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>, Monsieur,</w:t></w:r></w:ins><w:r>',
        ),
      'tracked-changes',
      /ni acceptées ni refusées/,
    ],
    [
      'un commentaire',
      () => corps('<w:t>Madame, Monsieur,</w:t></w:r><w:r><w:commentReference w:id="0"/>'),
      'comments',
      /commentaire est resté/,
    ],
    [
      'du texte masqué',
      () => corps('<w:t>Madame, Monsieur,</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>voir Dr B.</w:t>'),
      'hidden-text',
      /texte masqué/,
    ],
    [
      'une mention exigée qui manque',
      () => corriger(word, '01 99 00 00 00', '01 99', 'word/footer1.xml'),
      'mention-absente',
      /Téléphone du service/,
    ],
    [
      'un texte de loi modifié',
      () => corriger(word, 'le médiateur médecin ou non médecin', 'notre service'),
      'mention-absente',
      /CSP, art\. R\. 1112-92.*mot pour mot/,
    ],
    ['autre chose qu’un document Word', () => 'du texte', 'not-a-docx', /pas un document Word/],
    ['un fichier abîmé', () => word.subarray(0, 800), 'damaged', /abîmé/],
  ])('est refusé avec %s', async (_cas, fichier, code, message) => {
    const avant = await objets()
    const depot = await deposer(fichier())
    expect(depot).toMatchObject({
      rang: null,
      version: 1,
      defauts: [{ code, message: expect.stringMatching(message) }],
    })
    expect(await objets()).toEqual(avant)
    expect((await b.voir(charge, c)).versions).toHaveLength(1)
  })

  it('dit tous les défauts d’un coup', async () => {
    const abimee = corriger(
      corps('<w:t>Madame</w:t></w:r><w:r><w:commentReference w:id="0"/>'),
      OFFRE_DE_MEDIATION,
      'Cordialement.',
    )
    expect((await deposer(abimee)).defauts.map(({ code }) => code)).toEqual(['comments', 'mention-absente'])
  })

  it('est refusé avec la lettre d’un autre dossier, dont il dit le numéro', async () => {
    const autre = await b.lettre(charge)
    const [{ numero } = {}] = await b.banc.lignes('select numero from dossiers.dossier where id = $1', [
      autre.dossierId,
    ])
    const depot = await deposer(await b.word(charge, autre))
    expect(depot.defauts).toMatchObject([
      { code: 'autre-dossier', message: expect.stringContaining(String(numero)) },
    ])
    const copie = sansIdentite(await b.word(charge, autre))
    expect((await deposer(copie, { sansIdentite: 'accepter' })).defauts).toMatchObject([
      { code: 'autre-dossier', message: expect.stringContaining(String(numero)) },
    ])
  })

  it('est refusé avec une autre lettre du même dossier', async () => {
    const autre = await b.lettre(charge, { dossierId: c.dossierId, modele: 'avis' })
    expect((await deposer(await b.word(charge, autre))).defauts).toMatchObject([{ code: 'autre-courrier' }])
  })

  it('sans marque, demande confirmation', async () => {
    const copie = sansIdentite(corriger(word, 'Madame, Monsieur,', 'Madame,'))
    expect(await deposer(copie)).toMatchObject({
      rang: null,
      defauts: [],
      aConfirmer: expect.stringContaining('Relisez'),
    })
    expect(await deposer(copie, { sansIdentite: 'accepter' })).toMatchObject({ rang: 2 })
    expect((await b.voir(charge, c)).versions[0]).toMatchObject({ estSansIdentite: true })
  })

  it('refuse le même fichier, et une version périmée', async () => {
    await expect(deposer(word)).rejects.toMatchObject({ details: { refus: 'version-identique' } })
    await deposer(corriger(word, 'Madame, Monsieur,', 'Madame,'))
    await expect(deposer(corriger(word, 'Madame, Monsieur,', 'Monsieur,'))).rejects.toMatchObject({
      code: 'stale',
    })
  })

  it('est refusé une fois la lettre signée', async () => {
    await b.signataire(directeur, { agentId: directeur.agentId })
    const demande = await b.faire(charge, 'demanderVisa', c, { agentId: directeur.agentId, message: '' })
    await b.faire(directeur, 'rendreVisa', { id: c.id, ...demande }, { decision: 'donne', commentaire: '' })
    await b.faire(directeur, 'signer', await b.voir(directeur, c), { motDePasse: MOT_DE_PASSE })
    await expect(
      deposer(corriger(word, 'Madame, Monsieur,', 'Madame,'), {}, await b.voir(charge, c)),
    ).rejects.toMatchObject({ details: { refus: 'courrier-signe' } })
  })

  it('est impossible hors du périmètre', async () => {
    const chef = await b.agent('chef-de-service')
    const depot = b.banc.appeler(chef, 'courriers.comparerVersions', { id: c.id, de: 1, a: 1 })
    await expect(depot).rejects.toMatchObject({ code: 'forbidden' })
    const cache = await b.lettre(directeur, { dossierId: await b.banc.dossier({ classe: 'sensible' }) })
    await expect(deposer(docx(['x']), {}, cache)).rejects.toMatchObject({ code: 'not-found' })
  })
})
