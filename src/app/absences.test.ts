import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { contract as tableau } from '#activities/tableau-de-bord/contract.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { contract as agents } from '#core/agents/contract.ts'
import {
  type ActeurAgent,
  type EtablissementId,
  parametresDe,
  type TacheId,
} from '#core/journal/domain/acteur.ts'
import type { DemandeFaite, DemandeRecue, TacheVue } from '#core/taches/contract.ts'
import { relancerLesServices } from '#core/taches/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import { APPLICATION_ROLE, type Tx } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { acteurDe, demanderA, porteur } from './testing/demandes.ts'
import { listerTables } from './testing/empreintes.ts'
import { type MessagerieDeTest, ouvrirMessagerie } from './testing/messagerie-de-test.ts'

const ORIGINE = 'https://usagers.ch-valmont.example'
const LEA = 'lea@ch-valmont.example'
const MARC = 'marc@ch-valmont.example'
/** The week from Monday 12 to Friday 16 January. */
const SEMAINE = { du: '2026-01-12', au: '2026-01-16' }
const PENDANT = new Date('2026-01-13T09:05:00Z')

type Liste = OutputOf<typeof agents.listerAbsences>
type Recues = { demandes: { id: string; aLaPlaceDe: string | null }[] }

describeOnEachEngine('une absence', (moteur) => {
  let app: ApplicationDeTest
  let poste: MessagerieDeTest
  let dossierId: string
  let sienne: string

  beforeAll(async () => {
    poste = await ouvrirMessagerie()
    app = await ouvrirApplication({ moteur, messagerie: poste.courriel, adresse: ORIGINE })
    await app.lignes('update agents.agent set courriel = $2 where id = $1', [app.agents.chef, LEA])
    await app.lignes('update agents.agent set courriel = $2 where id = $1', [
      app.agents.chefDeCardiologie,
      MARC,
    ])
  }, 120_000)
  afterAll(async () => {
    await app.fermer()
    await poste.fermer()
  })
  beforeEach(async () => {
    app.maintenant = LUNDI
    poste.recus.length = 0
    await app.lignes('delete from agents.absence')
    await app.lignes("update taches.tache set etat = 'annulee', annulee_a = now() where etat = 'demandee'")
    const { pneumologie } = app.structures
    dossierId = (
      await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ services: [pneumologie] }))
    ).id
    sienne = (await demanderA(app, dossierId, { destinataire: { nom: '', fonction: '', courriel: '' } }))
      .tacheId
  })

  const declarer = (qui: Qui, plus: object = {}) =>
    app.faire<{ id: string }>(qui, 'agents.declarerAbsence', {
      ...{ agentId: app.agents.chef, remplacantId: app.agents.chefDeCardiologie },
      ...{ ...SEMAINE, ...plus },
    })
  const recues = async (qui: Qui) => (await app.faire<Recues>(qui, 'taches.listerRecues', {})).demandes
  const repondre = async (qui: Qui) => {
    const brouillon = { nom: 'Marc', fonction: 'Chef', reponse: 'Voici.', reponses: {}, version: 0 }
    await app.faire(qui, 'taches.garderLeBrouillon', { id: sienne, ...brouillon })
    return app.faire(qui, 'taches.repondre', { id: sienne, version: 1 })
  }

  it('se saisit soi-même, ou par qui tient le service, et par personne d’autre', async () => {
    for (const qui of ['chef', 'responsable', 'directeur', 'administrateur'] as const) {
      const { id } = await declarer(qui)
      await app.faire(qui, 'agents.annulerAbsence', { id })
    }
    const entree = { agentId: app.agents.chef, remplacantId: app.agents.chefDeCardiologie, ...SEMAINE }
    for (const qui of ['charge', 'chefDeCardiologie'] as const)
      expect((await app.refus(qui, 'agents.declarerAbsence', entree)).code).toBe('forbidden')
    const { id } = await declarer('chef')
    // who stands in sees it, and may not end it; a colleague sees nothing
    expect((await app.refus('chefDeCardiologie', 'agents.annulerAbsence', { id })).code).toBe('forbidden')
    const vue = await app.faire<Liste>('chefDeCardiologie', 'agents.listerAbsences', {})
    expect(vue.absences).toMatchObject([{ ...SEMAINE, etat: 'a-venir', peutAnnuler: false }])
    expect(vue.agents.map((a) => a.id)).toEqual([app.agents.chefDeCardiologie])
    const traces = await app.lignes<{ evenement: string }>(
      "select evenement from journal.entree where evenement like 'absence-%' order by rang desc limit 3",
    )
    expect(traces.map((t) => t.evenement)).toEqual([
      'absence-annulee:refus',
      'absence-declaree',
      'absence-declaree:refus',
    ])
  })

  it('dit pourquoi elle ne peut pas se saisir ainsi', async () => {
    await declarer('chef')
    const entree = { agentId: app.agents.chefDeCardiologie, remplacantId: app.agents.chef, ...SEMAINE }
    const refus = await app.refus('responsable', 'agents.declarerAbsence', entree)
    expect(refus.champs?.['du']).toContain('remplace une autre')
    const autre = {
      agentId: app.agents.chef,
      remplacantId: app.agents.charge,
      du: '2026-02-02',
      au: '2026-02-06',
    }
    expect((await app.refus('chef', 'agents.declarerAbsence', autre)).champs?.['remplacantId']).toContain(
      'même travail',
    )
  })

  it('donne ses demandes au remplaçant, ces jours-là seulement, et finit d’elle-même', async () => {
    await declarer('chef')
    expect((await recues('chefDeCardiologie')).map((d) => d.id)).not.toContain(sienne)
    app.maintenant = PENDANT
    expect(await recues('chefDeCardiologie')).toMatchObject([{ id: sienne, aLaPlaceDe: expect.any(String) }])
    expect(
      (await app.faire<DemandeRecue>('chefDeCardiologie', 'taches.obtenirRecue', { id: sienne })).aLaPlaceDe,
    ).not.toBeNull()
    // it is still hers too: she may answer from home
    expect((await recues('chef')).map((d) => d.id)).toContain(sienne)
    app.maintenant = new Date('2026-01-17T09:00:00Z')
    expect((await recues('chefDeCardiologie')).map((d) => d.id)).not.toContain(sienne)
    expect((await app.refus('chefDeCardiologie', 'taches.obtenirRecue', { id: sienne })).code).toBe(
      'not-found',
    )
  })

  it('ne donne au remplaçant ni le dossier, ni les autres dossiers du service', async () => {
    await declarer('chef')
    app.maintenant = PENDANT
    const { dossiers } = await app.faire<{ dossiers: { id: string }[] }>(
      'chefDeCardiologie',
      'dossiers.lister',
      {
        vue: 'tous',
      },
    )
    expect(dossiers.map((d) => d.id)).not.toContain(dossierId)
    expect((await app.refus('chefDeCardiologie', 'reclamations.obtenir', { id: dossierId })).code).toBe(
      'not-found',
    )
  })

  it('laisse le remplaçant répondre : le dossier dit par qui', async () => {
    await declarer('chef')
    app.maintenant = PENDANT
    await repondre('chefDeCardiologie')
    const { taches } = await app.faire<{ taches: TacheVue[] }>('charge', 'taches.lister', { id: dossierId })
    expect(taches[0]).toMatchObject({ etat: 'repondue', reponse: 'Voici.', repondant: { nom: 'Marc' } })
    const [fait] = await app.lignes<{ details: object; agent_id: string }>(
      "select details, agent_id from dossiers.fait where dossier_id = $1 and code = 'tache-repondue'",
      [dossierId],
    )
    expect(fait).toMatchObject({
      agent_id: app.agents.chefDeCardiologie,
      details: { precision: 'Pneumologie, par son remplaçant' },
    })
    // read again during the absence, and no longer after it
    const lue = () => app.appeler('chefDeCardiologie', 'taches.obtenirRecue', { id: sienne })
    expect((await lue()).status).toBe(200)
    app.maintenant = new Date('2026-01-17T09:00:00Z')
    expect((await lue()).status).toBe(404)
  })

  it('n’ouvre, par SQL direct, que ces demandes dans toutes les tables de tous les modules', async () => {
    const { pneumologie, cardiologie } = app.structures
    const jumelle = (
      await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ services: [pneumologie] }))
    ).id
    await declarer('chef')
    app.maintenant = PENDANT
    await app.faire('chefDeCardiologie', 'taches.garderLeBrouillon', {
      ...{ id: sienne, nom: 'Marc', fonction: '', reponse: 'Voici.', reponses: {}, version: 0 },
    })
    const comme = <T>(acteur: ActeurAgent, fn: (tx: Tx) => Promise<T>): Promise<T> =>
      app.base.database.transaction(
        { mode: 'write', role: APPLICATION_ROLE, settings: parametresDe(acteur) },
        fn,
      )
    const sans = acteurDe(app, 'chefDeCardiologie', [cardiologie])
    const avec = { ...sans, remplacements: [{ tacheId: sienne as TacheId, absent: 'Léa' }] }
    const compter = async (acteur: ActeurAgent, table: string) => {
      const un = (tx: Tx) =>
        tx.query<{ n: number }>(`select count(*)::int as n from ${table}`).then((r) => r.rows[0]?.n ?? 0)
      return comme(acteur, un).catch((error: { code?: string }) => {
        if (error.code === '42501') return 0
        throw error
      })
    }
    const gagnees: Record<string, number> = {}
    for (const table of await listerTables(app)) {
      const n = (await compter(avec, table)) - (await compter(sans, table))
      if (n > 0) gagnees[table] = n
    }
    expect(gagnees).toEqual({ 'taches.brouillon': 1, 'taches.lien': 1, 'taches.sujet': 2, 'taches.tache': 1 })
    const dossiers = (acteur: ActeurAgent) =>
      comme(acteur, (tx) => tx.query<{ id: string }>('select id from dossiers.dossier')).then((r) =>
        r.rows.map(({ id }) => id),
      )
    expect(await dossiers(avec)).not.toContain(dossierId)
    // only the call that sends opens it, and no other of the service
    const envoi = await dossiers({ ...avec, dossierId: dossierId as NonNullable<ActeurAgent['dossierId']> })
    expect(envoi).toContain(dossierId)
    expect(envoi).not.toContain(jumelle)
    for (const sql of [
      `update taches.tache set reponse = 'pris' where id = '${sienne}'`,
      `insert into dossiers.fait (id, dossier_id, code, survenu_le, enregistre_a)
         values ('${sienne}', '${dossierId}', 'note-ajoutee', '2026-01-05', now())`,
    ])
      await expect(comme(avec, (tx) => tx.query(sql))).rejects.toMatchObject({ code: '42501' })
  })

  it('ne montre pas plus que l’absent ne verrait : ni dossier sensible, ni conflit', async () => {
    await declarer('chef')
    app.maintenant = PENDANT
    const vues = async () => (await recues('chefDeCardiologie')).map((d) => d.id)
    await app.lignes("update dossiers.dossier set classe = 'sensible' where id = $1", [dossierId])
    expect(await vues()).not.toContain(sienne)
    await app.lignes("update dossiers.dossier set classe = 'ordinaire' where id = $1", [dossierId])
    await app.lignes(
      'insert into dossiers.conflit (dossier_id, agent_id, declare_a) values ($1, $2, now())',
      [dossierId, app.agents.chefDeCardiologie],
    )
    expect(await vues()).not.toContain(sienne)
  })

  it('envoie au remplaçant les relances, et les nouvelles demandes', async () => {
    await declarer('chef')
    app.maintenant = PENDANT
    const d = { database: app.base.database, courriel: poste.courriel, adresse: () => ORIGINE }
    await relancerLesServices(d, app.etablissementId as EtablissementId, PENDANT)
    expect(poste.recus.map(({ to }) => to?.[0]?.address)).toEqual([MARC])
    expect(poste.recus[0]?.text).toContain('à la place de')
    const jeton = /\/repondre\/([\w-]{43})/.exec(poste.recus[0]?.text ?? '')?.[1] ?? ''
    expect((await porteur(app, jeton).ouvrir()).status).toBe(200)

    const { version } = await app.faire<{ version: number }>('charge', 'dossiers.noter', {
      ...{ id: dossierId, version: 1, survenuLe: '2026-01-12', texte: 'Note' },
    })
    const { liens } = await app.faire<DemandeFaite>('charge', 'taches.demander', {
      ...{ id: dossierId, version, questions: [] },
      demande: {
        destinataires: [{ structureId: app.structures.pneumologie, nom: 'Léa', fonction: '', courriel: LEA }],
        ...{ message: 'Que s’est-il passé ?', pourLe: '2026-01-30' },
      },
    })
    expect(liens[0]).toMatchObject({ courriel: MARC, pour: expect.stringContaining('à la place de') })
  })

  it('d’un chargé : ses dossiers s’affichent au remplaçant, et restent les siens', async () => {
    const { id } = await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())
    await app.faire('charge', 'dossiers.assigner', { id, version: 1, agentId: app.agents.charge })
    await declarer('charge', { agentId: app.agents.charge, remplacantId: app.agents.responsable })
    const voir = () =>
      app.faire<OutputOf<typeof tableau.listerRemplacements>>(
        'responsable',
        'tableau-de-bord.listerRemplacements',
        {},
      )
    expect((await voir()).remplacements).toEqual([])
    app.maintenant = PENDANT
    app.transactions.length = 0
    const { remplacements } = await voir()
    expect(remplacements).toMatchObject([{ agentId: app.agents.charge, au: SEMAINE.au }])
    expect(remplacements[0]?.dossiers.map((d) => [d.id, d.assigneA])).toContainEqual([id, app.agents.charge])
    const lectures = app.transactions.filter((t) => t.mode === 'read').map((t) => t.instructions)
    expect(Math.max(...lectures)).toBeLessThanOrEqual(4)
    app.maintenant = new Date('2026-01-17T09:00:00Z')
    expect((await voir()).remplacements).toEqual([])
  })

  it('montre au chef de service ce qu’il doit, et rien qui ne soit pas à lui', async () => {
    await demanderA(app, dossierId, { structureId: app.structures.cardiologie })
    app.transactions.length = 0
    const accueil = await app.faire<OutputOf<typeof tableau.obtenirAccueilDuService>>(
      'chef',
      'tableau-de-bord.obtenirAccueilDuService',
      {},
    )
    expect(accueil.aRepondre.map((d) => [d.id, d.structure, d.aLaPlaceDe])).toEqual([
      [sienne, 'Pneumologie', null],
    ])
    const lectures = app.transactions.filter((t) => t.mode === 'read').map((t) => t.instructions)
    expect(Math.max(...lectures)).toBeLessThanOrEqual(8)
    expect((await app.refus('charge', 'tableau-de-bord.obtenirAccueilDuService', {})).code).toBe('forbidden')
  })
})
