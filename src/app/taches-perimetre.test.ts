import { afterAll, beforeAll, expect, it } from 'vitest'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { type ActeurLien, parametresDe, type SituationDuLien } from '#core/journal/domain/acteur.ts'
import type { Acteur } from '#core/journal/index.ts'
import { APPLICATION_ROLE, type Tx } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, ouvrirApplication } from './testing/application-de-test.ts'
import { acteurDe, demanderA, porteur } from './testing/demandes.ts'
import { listerTables } from './testing/empreintes.ts'

/** What is the hospital's and nobody's: names of services and the department's address, days it chose, its own templates. */
const DE_LA_MAISON = [
  'courriers.modele',
  'echeances.reglage',
  'structures.etablissement',
  'structures.structure',
]

describeOnEachEngine('le lien d’une demande, par SQL direct', (moteur) => {
  let app: ApplicationDeTest
  let dossierId: string
  let autreDossierId: string
  let sienne: string
  let autre: string

  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    const { pneumologie, cardiologie } = app.structures
    const creer = async () => {
      const saisie = reclamationSaisie({ services: [pneumologie, cardiologie] })
      return (await app.faire('charge', 'reclamations.enregistrer', saisie)).id
    }
    dossierId = await creer()
    autreDossierId = await creer()
    const fichiers = [{ nom: 'a.txt', contenu: Buffer.from('a') }]
    const champs = { nom: 'L', fonction: 'C', reponse: 'x', version: '0', geste: 'garder' }
    const premiere = await demanderA(app, dossierId)
    sienne = premiere.tacheId
    await porteur(app, premiere.jeton).envoyer('', champs, fichiers)
    const seconde = await demanderA(app, dossierId, { structureId: cardiologie })
    autre = seconde.tacheId
    await porteur(app, seconde.jeton).envoyer('', champs, fichiers)
    await demanderA(app, autreDossierId)
    await app.faire('charge', 'taches.relancer', {
      id: autre,
      version: 1,
      niveau: 'rappel',
      nom: '',
      courriel: '',
      parCourriel: false,
    })
    await app.faire('charge', 'taches.relancer', {
      id: sienne,
      version: 1,
      niveau: 'rappel',
      nom: '',
      courriel: '',
      parCourriel: false,
    })
    // where the links went is the department's to know
    await app.lignes(
      `insert into taches.envoi_de_lien (id, tache_id, empreinte, courriel, tente_a, envoi)
       select gen_random_uuid(), tache_id, empreinte, 'lea@ch-valmont.example', cree_a, 'parti' from taches.lien`,
    )
  }, 120_000)
  afterAll(() => app.fermer())

  const lien = (plus: Partial<ActeurLien> = {}): ActeurLien => ({
    type: 'lien-de-tache',
    tacheId: sienne as ActeurLien['tacheId'],
    etablissementId: app.etablissementId as ActeurLien['etablissementId'],
    dossierId: null,
    situation: 'ouvert',
    fuseau: 'Europe/Paris',
    calendrier: 'metropole',
    ...plus,
  })
  const comme = <T>(acteur: Acteur, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    app.base.database.transaction(
      { mode: 'write', role: APPLICATION_ROLE, settings: parametresDe(acteur) },
      fn,
    )
  const compter = (tx: Tx, table: string) =>
    tx.query<{ n: number }>(`select count(*)::int as n from ${table}`).then((r) => r.rows[0]?.n ?? 0)
  /** Every table of every module, and how many rows this acteur sees. */
  const tout = async (acteur: Acteur): Promise<Record<string, number>> => {
    const vus: Record<string, number> = {}
    for (const table of await listerTables(app)) {
      if (DE_LA_MAISON.includes(table)) continue
      const n = await comme(acteur, (tx) => compter(tx, table)).catch((error: { code?: string }) => {
        if (error.code === '42501') return 0
        throw error
      })
      if (n > 0) vus[table] = n
    }
    return vus
  }

  it('ne voit que sa demande, dans toutes les tables de tous les modules', async () => {
    expect(await tout(lien())).toEqual({
      'pieces.piece': 1,
      'taches.brouillon': 1,
      'taches.lien': 2,
      'taches.relance': 1,
      'taches.sujet': 2,
      'taches.tache': 1,
    })
    const { rows } = await comme(lien(), (tx) => tx.query('select id from taches.tache'))
    expect(rows).toEqual([{ id: sienne }])
  })

  it.each<SituationDuLien>(['expire', 'revoque', 'annule'])(
    'ne voit rien une fois « %s »',
    async (situation) => {
      const acteur = lien({ situation, dossierId: dossierId as ActeurLien['dossierId'] })
      expect(await tout(acteur)).toEqual({})
    },
  )

  it('n’ouvre le dossier qu’à l’envoi de la réponse, et jamais un autre', async () => {
    const envoi = lien({ dossierId: dossierId as ActeurLien['dossierId'] })
    const dossiers = await comme(envoi, (tx) => tx.query('select id from dossiers.dossier'))
    expect(dossiers.rows).toEqual([{ id: dossierId }])
    const taches = await comme(envoi, (tx) => tx.query('select id from taches.tache'))
    expect(taches.rows).toEqual([{ id: sienne }])
    const pieces = await comme(envoi, (tx) =>
      tx.query<{ t: string }>('select distinct tache_id as t from pieces.piece where tache_id is not null'),
    )
    expect(pieces.rows).toEqual([{ t: sienne }])
    for (const table of ['journal.entree', 'agents.agent', 'agents.session', 'dossiers.brouillon'])
      expect([table, await comme(envoi, (tx) => compter(tx, table))]).toEqual([table, 0])
    const repondu = lien({ situation: 'repondu', dossierId: dossierId as ActeurLien['dossierId'] })
    expect(await comme(repondu, (tx) => compter(tx, 'dossiers.dossier'))).toBe(0)
  })

  it.each([
    ['changer la demande d’un autre', () => `update taches.tache set reponse = 'pris' where id = '${autre}'`],
    [
      'écrire dans le brouillon d’un autre',
      () => `update taches.brouillon set reponse = 'pris' where tache_id = '${autre}'`,
    ],
    ['effacer le brouillon d’un autre', () => `delete from taches.brouillon where tache_id = '${autre}'`],
    ['effacer la pièce d’un autre', () => `delete from pieces.piece where tache_id = '${autre}'`],
    [
      'lever la révocation d’un autre lien',
      () => `update taches.lien set expire_a = now() where tache_id = '${autre}'`,
    ],
    ['changer un dossier', () => `update dossiers.dossier set objet = 'pris'`],
  ])('ne peut pas %s', async (_quoi, sql) => {
    const { rowCount } = await comme(lien(), (tx) => tx.query(sql()))
    expect(rowCount).toBe(0)
  })

  it.each([
    [
      'verser sa pièce dans un dossier',
      () => `update pieces.piece set dossier_id = '${dossierId}' where tache_id = '${sienne}'`,
      () => lien(),
    ],
    [
      'verser sa pièce dans un autre dossier que le sien, à l’envoi',
      () => `update pieces.piece set dossier_id = '${autreDossierId}' where tache_id = '${sienne}'`,
      () => lien({ dossierId: dossierId as ActeurLien['dossierId'] }),
    ],
    [
      'répondre sans passer par l’envoi',
      () => `update taches.tache set reponse = 'x' where id = '${sienne}'`,
      () => lien(),
    ],
    [
      'réécrire la question',
      () => `update taches.tache set message = 'x' where id = '${sienne}'`,
      () => lien(),
    ],
    [
      'se faire une demande',
      () =>
        `insert into taches.sujet (tache_id, sujet_id, rang, titre) values ('${autre}', '${autre}', 9, 'x')`,
      () => lien(),
    ],
    [
      'ajouter un fait',
      () =>
        `insert into dossiers.fait (id, dossier_id, code, survenu_le, enregistre_a) values ('${sienne}', '${dossierId}', 'note-ajoutee', '2026-01-05', now())`,
      () => lien(),
    ],
  ])('se voit refuser de %s', async (_quoi, sql, acteur) => {
    await expect(comme(acteur(), (tx) => tx.query(sql()))).rejects.toMatchObject({ code: '42501' })
  })

  it('laisse l’autre service du même dossier à ses propres demandes', async () => {
    const chef = acteurDe(app, 'chefDeCardiologie', [app.structures.cardiologie])
    const { rows } = await comme(chef, (tx) => tx.query('select id from taches.tache'))
    expect(rows).toEqual([{ id: autre }])
    const brouillons = await comme(chef, (tx) => tx.query('select tache_id from taches.brouillon'))
    expect(brouillons.rows).toEqual([{ tache_id: autre }])
    const direction = acteurDe(app, 'responsable')
    expect(await comme(direction, (tx) => compter(tx, 'taches.tache'))).toBe(3)
    // the department reads an answer once it is sent
    expect(await comme(direction, (tx) => compter(tx, 'taches.brouillon'))).toBe(0)
    expect(await comme(acteurDe(app, 'administrateur'), (tx) => compter(tx, 'taches.tache'))).toBe(0)
  })

  it('ne se retrouve que par l’empreinte exacte de son jeton', async () => {
    const chercher = (empreinte: Buffer) =>
      comme({ type: 'anonyme' }, (tx) =>
        tx.query('select * from taches.trouver_lien($1, now())', [empreinte]),
      )
    const [vrai] = await app.lignes<{ empreinte: Buffer }>('select empreinte from taches.lien limit 1')
    expect((await chercher(vrai?.empreinte ?? Buffer.alloc(0))).rows).toHaveLength(1)
    for (const faux of [Buffer.alloc(0), Buffer.alloc(32), Buffer.alloc(10_000, 1)])
      expect((await chercher(faux)).rows).toEqual([])
  })
})
