import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Banc, MIDI, ouvrirBanc } from '#core/agents/testing.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { statementCount, type Tx } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { contract, type PersonneSaisie } from './contract.ts'
import { clesDeRapprochement } from './domain/cles.ts'
import { calculerLesCles, enregistrerPersonne, routesDesPersonnes } from './index.ts'
import { listerParCles } from './store-rapprochements.ts'

const module = {
  contract,
  liaisons: routesDesPersonnes({
    peut: (role) => role !== 'charge',
    personneCorrigee: () => Promise.resolve(),
    demenager: () => Promise.resolve({ deplacements: [], renommes: [] }),
    revenir: () => Promise.resolve(true),
  }),
}

const HELENE: PersonneSaisie = {
  civilite: 'mme',
  nom: 'Lefèvre',
  prenom: 'Hélène',
  nomDeNaissance: '',
  neeLe: null,
  courriel: '',
  telephone: '',
  complement: '',
  voie: '',
  lieuDit: '',
  codePostal: '',
  commune: '',
  pays: '',
}
const INS = '2 55 08 14 168 025 38'

let banc: Banc
let charge: ActeurAgent
let responsable: ActeurAgent
beforeAll(async () => {
  banc = await ouvrirBanc()
  charge = await banc.agent('charge')
  responsable = await banc.agent('responsable')
})
afterAll(() => banc.fermer())
beforeEach(async () => {
  for (const table of ['dossiers.participation', 'personnes.personne', 'dossiers.dossier'])
    await banc.test.admin.query(`delete from ${table}`)
})

const ajouter = async (plus: Partial<PersonneSaisie> = {}): Promise<string> => {
  const choix = { choix: 'nouvelle', personne: { ...HELENE, ...plus } } as const
  const ecriture = { principal: charge, now: MIDI }
  return (await banc.ecrire(charge, (tx) => enregistrerPersonne(tx, ecriture, choix))).id
}
let rang = 0
const ouvrirDossier = async (personneId: string, role = 'patient', classe = 'ordinaire') => {
  const id = uuidv7(MIDI.getTime())
  rang += 1
  await banc.test.admin.query(
    `insert into dossiers.dossier (id, etablissement_id, affaire_id, type, annee, rang, numero, etat, objet, recu_le, classe, cree_a, modifie_a)
     values ($1, $2, $1, 'reclamation', 2026, $3, $4, 'recu', 'Objet', '2026-03-01', $5, $6, $6)`,
    [id, banc.etablissementId, rang, `R-${rang}`, classe, MIDI],
  )
  await banc.test.admin.query(
    'insert into dossiers.participation (dossier_id, personne_id, role) values ($1, $2, $3)',
    [id, personneId, role],
  )
  return id
}

type Esquisse = NonNullable<Parameters<typeof esquisser>[0]>
const esquisser = (
  plus: Partial<
    Pick<PersonneSaisie, 'nom' | 'prenom' | 'neeLe' | 'telephone' | 'voie' | 'codePostal' | 'courriel'>
  >,
) => ({
  nom: '',
  prenom: '',
  nomDeNaissance: '',
  neeLe: null,
  courriel: '',
  telephone: '',
  voie: '',
  codePostal: '',
  ...plus,
})
const chercher = async (texte: string, personne?: Esquisse, acteur = charge) => {
  const input = { texte, ...(personne === undefined ? {} : { personne: esquisser(personne) }) }
  return (await banc.appeler(module, 'chercher', input, { acteur })).reponse.personnes
}
const lister = async (texte: string, doublons = false, acteur = charge) =>
  (await banc.appeler(module, 'lister', { texte, doublons }, { acteur })).reponse
const obtenir = async (id: string, acteur = charge) =>
  (await banc.appeler(module, 'obtenir', { id }, { acteur })).reponse
const identifier = (id: string, matricule = INS) =>
  banc.appeler(module, 'identifier', { id, matricule }, { acteur: charge })

it.each([
  ['un nom qui sonne pareil', 'Lefebvre'],
  ['le nom et le prénom qui sonnent pareil', 'Elene Lefebvre'],
  ['le nom d’abord', 'LEFEBVRE Hélène'],
  ['le nom de naissance', 'Marchant Hélène'],
  ['le téléphone, écrit autrement', '+33 6 99 00 12 34'],
])('une personne se trouve par %s', async (_titre, texte) => {
  const id = await ajouter({ nomDeNaissance: 'Marchand', telephone: '06.99.00.12.34' })
  await ajouter({ nom: 'Lefort', prenom: 'Paul' })
  expect((await chercher(texte)).map((p) => p.id)).toEqual([id])
  expect((await lister(texte)).personnes.map((p) => p.id)).toEqual([id])
})

it('le nom tel qu’il s’écrit passe avant celui qui sonne pareil', async () => {
  await ajouter({ nom: 'Lefebvre' })
  await ajouter({ nom: 'Lefèvre' })
  expect((await chercher('lefèvre')).map((p) => p.nom)).toEqual(['Lefèvre', 'Lefebvre'])
})

it('pendant la saisie, qui a le plus en commun vient d’abord, avec ce qui rapproche', async () => {
  const homonyme = await ajouter({ commune: 'Blois' })
  const meme = await ajouter({ nom: 'Lefebvre', neeLe: '1950-01-02' })
  const trouvees = await chercher('Hélène Lefèvre', { ...HELENE, neeLe: '1950-01-02' })
  expect(trouvees.map((p) => [p.id, p.rapprochement?.niveau, p.rapprochement?.indices])).toEqual([
    [meme, 'probable', ['nom', 'naissance']],
    [homonyme, 'homonyme', ['nom']],
  ])
})

it('un foyer ne fait pas une personne, mais son téléphone la rappelle', async () => {
  const conjoint = await ajouter({ prenom: 'Paul', telephone: '0699001234' })
  const trouvees = await chercher('', { ...HELENE, telephone: '06 99 00 12 34' })
  expect(trouvees.map((p) => [p.id, p.rapprochement])).toEqual([[conjoint, null]])
})

it('une correction change ce par quoi la personne se rapproche', async () => {
  const id = await ajouter()
  await banc.appeler(module, 'modifier', { ...HELENE, nom: 'Morel', id, version: 1 }, { acteur: charge })
  expect(await chercher('Lefebvre')).toEqual([])
  expect((await chercher('morelle')).map((p) => p.id)).toEqual([id])
})

it('les fiches d’avant reçoivent leurs clés, une seule fois', async () => {
  const id = await ajouter({ neeLe: '1950-01-02' })
  await banc.test.admin.query('delete from personnes.cle')
  await banc.test.admin.query('update personnes.personne set cles_calculees = 0')
  expect(await chercher('Lefebvre')).toEqual([])
  expect(await calculerLesCles(banc.test.database, banc.etablissementId)).toBe(true)
  expect((await chercher('Lefebvre')).map((p) => p.id)).toEqual([id])
  const { rows } = await banc.test.admin.query('select valeur from personnes.cle order by valeur')
  expect(rows.map((r) => Object.values(r)[0])).toEqual(
    [...clesDeRapprochement({ ...HELENE, neeLe: '1950-01-02' })].toSorted(),
  )
})

describe('le registre', () => {
  it('se feuillette dans l’ordre des noms, sans en sauter ni en redire', async () => {
    for (let i = 0; i < 53; i += 1) await ajouter({ nom: 'Martin', prenom: i < 30 ? 'Jean' : `Z${i}` })
    const premiere = await lister('')
    expect(premiere.personnes).toHaveLength(50)
    const input = { texte: '', doublons: false, apres: premiere.suite ?? '' }
    const { reponse: seconde } = await banc.appeler(module, 'lister', input, { acteur: charge })
    expect(seconde.personnes).toHaveLength(3)
    expect(seconde.suite).toBeNull()
    expect(new Set([...premiere.personnes, ...seconde.personnes].map((p) => p.id)).size).toBe(53)
  })

  it('refuse une suite qui n’en est pas une', async () => {
    const input = { texte: '', doublons: false, apres: "'; drop" }
    await expect(banc.appeler(module, 'lister', input, { acteur: charge })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('dit qui a un doublon, jamais pour de simples homonymes', async () => {
    const a = await ajouter({ neeLe: '1950-01-02' })
    const b = await ajouter({ nom: 'Lefebvre', neeLe: '1950-01-02' })
    await ajouter({ nom: 'Martin' })
    await ajouter({ nom: 'Martin' })
    const nombres = (await lister('')).personnes.map((p) => [p.nom, p.nombreDeDoublons])
    expect(nombres).toEqual([
      ['Lefebvre', 1],
      ['Lefèvre', 1],
      ['Martin', 0],
      ['Martin', 0],
    ])
    expect((await lister('', true)).personnes.map((p) => p.id)).toEqual([b, a])
  })

  it('coûte quatre requêtes au plus, et une fiche sept', async () => {
    const a = await ajouter({ neeLe: '1950-01-02' })
    await ajouter({ nom: 'Lefebvre', neeLe: '1950-01-02' })
    const requetes = async (nom: 'lister' | 'obtenir', input: object) => {
      const liaison = module.liaisons.find(({ operation }) => operation === contract[nom])
      return banc.lire(charge, async (tx) => {
        const about = () => undefined
        const ctx = { tx, principal: charge, now: MIDI, about, correlationId: '' }
        await (liaison as unknown as { handler: (c: object, i: object) => Promise<unknown> }).handler(
          ctx,
          input,
        )
        return statementCount(tx)
      })
    }
    expect(await requetes('lister', { texte: '', doublons: false })).toBeLessThanOrEqual(4)
    expect(await requetes('lister', { texte: 'lefevre', doublons: false })).toBeLessThanOrEqual(4)
    expect(await requetes('obtenir', { id: a })).toBeLessThanOrEqual(7)
  })
})

it('une fiche montre ses doublons, et ceux qu’un agent a écartés', async () => {
  const a = await ajouter({ neeLe: '1950-01-02', courriel: 'h@x.example' })
  const b = await ajouter({ nom: 'Lefebvre', courriel: 'H@x.example' })
  const homonyme = await ajouter()
  expect((await obtenir(a)).rapprochements.map((p) => [p.id, p.rapprochement?.niveau])).toEqual([
    [b, 'probable'],
    [homonyme, 'homonyme'],
  ])
  await banc.appeler(module, 'distinguer', { id: b, autreId: a }, { acteur: charge })
  const ecartee = await obtenir(a)
  expect(ecartee.rapprochements.map((p) => p.id)).toEqual([homonyme])
  expect(ecartee.distinguees.map((p) => p.id)).toEqual([b])
  expect((await lister('', true)).personnes).toEqual([])
  await banc.appeler(module, 'rapprocher', { id: a, autreId: b }, { acteur: charge })
  expect((await obtenir(a)).rapprochements.map((p) => p.id)).toEqual([b, homonyme])
})

it('on ne distingue pas une personne d’une autre que l’on ne voit pas', async () => {
  const [a, cachee] = [await ajouter(), await ajouter()]
  await ouvrirDossier(cachee, 'auteur', 'sensible')
  for (const autreId of [cachee, uuidv7(MIDI.getTime()), a]) {
    const essai = banc.appeler(module, 'distinguer', { id: a, autreId }, { acteur: charge })
    await expect(essai).rejects.toMatchObject({ code: 'not-found' })
  }
})

it('la consultation d’une fiche est au journal', async () => {
  const id = await ajouter()
  await obtenir(id)
  const { rows } = await banc.test.admin.query(
    `select contenu::json ->> 'objetId' as objet from journal.entree where evenement = 'personne-consultee' order by rang desc limit 1`,
  )
  expect(rows).toEqual([{ objet: id }])
})

it('l’INS d’un patient s’enregistre, se compare, ne se montre que masquée', async () => {
  const patient = await ajouter({ neeLe: '1955-08-20' })
  await ouvrirDossier(patient)
  await identifier(patient)
  const { identifiant } = await obtenir(patient)
  expect(identifiant?.masque.replaceAll('\u00a0', ' ')).toBe('• •• •• •• ••• 025 38')
  expect(identifiant).toMatchObject({ divergences: [], peutLire: false })
  const parIns = await chercher(INS)
  expect(parIns.map((p) => p.id)).toEqual([patient])
  const autre = await ajouter({ nom: 'Autre', prenom: 'Nom' })
  await ouvrirDossier(autre)
  await identifier(autre)
  expect((await obtenir(patient)).rapprochements.map((p) => [p.id, p.rapprochement?.niveau])).toEqual([
    [autre, 'certain'],
  ])
  // Nothing that shows people carries the number.
  const montres = [parIns, await lister(''), await lister(INS), await obtenir(patient)]
  expect(JSON.stringify(montres)).not.toMatch(/255081416802538|2.?55.?08/)
})

it('l’INS entière ne se lit qu’avec l’habilitation, et chaque lecture est au journal', async () => {
  const patient = await ajouter()
  await ouvrirDossier(patient)
  await identifier(patient)
  const lire = (acteur: ActeurAgent) => banc.appeler(module, 'lireIdentifiant', { id: patient }, { acteur })
  await expect(lire(charge)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await lire(responsable)).reponse.matricule.replaceAll('\u00a0', ' ')).toBe(INS)
  const { rows } = await banc.test.admin.query(
    `select agent_id, contenu::json ->> 'objetId' as objet from journal.entree where evenement = 'identifiant-lu'`,
  )
  expect(rows).toEqual([{ agent_id: responsable.agentId, objet: patient }])
})

it.each([
  ['d’une clé fausse', '2 55 08 14 168 025 39', /clé/],
  ['trop court', '2 55 08', /quinze/],
])('l’INS est refusée à côté de son champ : %s', async (_titre, matricule, message) => {
  const patient = await ajouter()
  await ouvrirDossier(patient)
  await expect(identifier(patient, matricule)).rejects.toMatchObject({
    code: 'invalid',
    details: { champs: { matricule: expect.stringMatching(message) } },
  })
})

it('l’INS est refusée pour qui n’est patient d’aucun dossier, et s’efface', async () => {
  const id = await ajouter()
  await ouvrirDossier(id, 'auteur')
  await expect(identifier(id)).rejects.toMatchObject({
    code: 'refused',
    details: { refus: 'pas-un-patient' },
  })
  expect((await obtenir(id)).refusDIdentifier).toMatch(/personne soignée/)
  const sien = await ouvrirDossier(id, 'auteur')
  await banc.test.admin.query(`update dossiers.participation set qualite = 'patient' where dossier_id = $1`, [
    sien,
  ])
  await identifier(id)
  await identifier(id, '')
  expect((await obtenir(id)).identifiant).toBeNull()
})

const compter = (acteur: Parameters<Banc['lire']>[0], table: string) =>
  banc.lire(acteur, async (tx) => (await tx.query(`select 1 from personnes.${table}`)).rowCount)

it('par SQL direct, les clés et l’INS d’une personne cachée ne se voient pas', async () => {
  const [cachee, vue] = [await ajouter({ telephone: '0699001234' }), await ajouter()]
  await ouvrirDossier(cachee, 'patient', 'sensible')
  await ouvrirDossier(vue)
  for (const id of [cachee, vue])
    await banc.appeler(module, 'identifier', { id, matricule: INS }, { acteur: responsable })
  expect(await compter(charge, 'identifiant')).toBe(1)
  expect(await compter(responsable, 'identifiant')).toBe(2)
  expect(await compter(charge, 'cle')).toBe(1)
  expect((await obtenir(vue)).rapprochements).toEqual([])
  expect(await chercher('0699001234')).toEqual([])
  expect((await obtenir(vue, responsable)).rapprochements.map((p) => p.id)).toEqual([cachee])
  const service = uuidv7(MIDI.getTime())
  for (const acteur of [
    await banc.agent('chef-de-service', [service]),
    await banc.agent('administrateur'),
    { type: 'anonyme' } as const,
    { ...charge, etablissementId: await banc.autreEtablissement() },
  ])
    for (const table of ['cle', 'identifiant', 'distinction', 'fusion'])
      expect(await compter(acteur, table)).toBe(0)
})

it('un chef de service ne lit pas l’INS du patient d’un dossier qu’il voit', async () => {
  const service = uuidv7(MIDI.getTime())
  const chef = await banc.agent('chef-de-service', [service])
  const patient = await ajouter()
  const dossier = await ouvrirDossier(patient)
  await banc.test.admin.query('update dossiers.dossier set services = $2 where id = $1', [dossier, [service]])
  await identifier(patient)
  expect(await compter(chef, 'personne')).toBe(1)
  expect(await compter(chef, 'identifiant')).toBe(0)
})

it('les rapprochements suivent l’index sous la sécurité par ligne', async () => {
  await banc.test.admin.query(
    `insert into personnes.personne (id, etablissement_id, nom, cle_nom, cle_courriel, cree_a)
     select gen_random_uuid(), $1, 'n' || i, 'n' || i, 'c' || i || '@x.example', now() from generate_series(1, 5000) i`,
    [banc.etablissementId],
  )
  await banc.test.admin.query(
    `insert into personnes.cle (personne_id, etablissement_id, valeur)
     select p.id, p.etablissement_id, k.v || p.nom from personnes.personne p, (values ('S'), ('T'), ('A')) k (v)`,
  )
  await banc.test.admin.query('analyze personnes.personne, personnes.cle')
  const plan = await banc.lire(charge, async (tx) => {
    const lus: string[] = []
    const espion = {
      query: async (texte: string, valeurs: unknown[]) => {
        const { rows } = await tx.query<{ 'QUERY PLAN': string }>(`explain ${texte}`, valeurs)
        lus.push(...rows.map((r) => r['QUERY PLAN']))
        return { rows: [], rowCount: 0 }
      },
    } as unknown as Tx
    const cles = {
      cles: ['Tn42', 'An7'],
      debuts: ['Sn12'],
      courriel: 'c9@x.example',
      matricule: '255081416802538',
    }
    await listerParCles(espion, banc.etablissementId, cles)
    return lus.join('\n')
  })
  expect(plan.match(/using cle_valeur_idx/g)).toHaveLength(2)
  expect(plan).toContain('personne_courriel_idx')
  expect(plan).not.toMatch(/Seq Scan on (?:cle|personne)\b/)
})
