import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elogeSaisi } from '#cases/eloges/testing/factories.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import {
  type AgentId,
  type DossierId,
  type EtablissementId,
  parametresDe,
  type StructureId,
} from '#core/journal/domain/acteur.ts'
import type { Acteur } from '#core/journal/index.ts'
import {
  APPLICATION_ROLE,
  type Tx,
  tablesWithoutForcedSecurity,
  unsafeDefinerFunctions,
} from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { AGENTS, type ApplicationDeTest, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { listerTables } from './testing/empreintes.ts'

/** Tables that hang on a dossier, and the column that says which. */
const TABLES_DU_DOSSIER = [
  ['dossiers.dossier', 'id'],
  ['dossiers.fait', 'dossier_id'],
  ['dossiers.recit', 'dossier_id'],
  ['dossiers.rattachement', 'dossier_id'],
  ['dossiers.recherche', 'dossier_id'],
  ['dossiers.participation', 'dossier_id'],
  ['echeances.echeance', 'dossier_id'],
  ['pieces.piece', 'dossier_id'],
  ['courriers.courrier', 'dossier_id'],
  ['reclamations.reclamation', 'dossier_id'],
  ['reclamations.fait_relate', 'dossier_id'],
  ['reclamations.provenance', 'dossier_id'],
  ['reclamations.transmission', 'dossier_id'],
  ['contacts.contact', 'dossier_id'],
] as const

/** What each agent must find, by name of the dossier. */
const ATTENDU: readonly (readonly [Qui, readonly string[]])[] = [
  ['charge', ['cardiologie', 'deux services', 'pneumologie', 'sans service', 'sensible attribué']],
  ['collegue', ['cardiologie', 'deux services', 'pneumologie', 'sans service']],
  [
    'responsable',
    [
      'cardiologie',
      'deux services',
      'pneumologie',
      'sans service',
      'sensible attribué',
      'sensible en pneumologie',
    ],
  ],
  // a conflict was declared on « deux services »
  [
    'directeur',
    ['cardiologie', 'pneumologie', 'sans service', 'sensible attribué', 'sensible en pneumologie'],
  ],
  ['chef', ['deux services', 'pneumologie']],
  ['chefDeCardiologie', ['cardiologie', 'deux services']],
  ['administrateur', []],
  ['ailleurs', []],
]

describeOnEachEngine('le périmètre, par SQL direct', (moteur) => {
  let app: ApplicationDeTest
  const dossiers: Record<string, string> = {}
  const nomDe = (id: string): string => Object.keys(dossiers).find((n) => dossiers[n] === id) ?? id

  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    const { pneumologie, cardiologie } = app.structures
    const creer = async (nom: string, services: string[]) => {
      const { piece } = await app.faire<{ piece: { id: string } }>(
        'charge',
        'pieces.deposer',
        {},
        {
          fichier: { nom: `${nom}.txt`, contenu: Buffer.from(`Pièce de ${nom}`) },
        },
      )
      const saisie = reclamationSaisie({
        services,
        recit: `Un couloir glacial (${nom}).`,
        pieces: [piece.id],
        provenance: {
          nature: 'ars',
          nom: '',
          reference: '',
          premiereReceptionLe: null,
          explicationsPourLe: null,
        },
      })
      const { id } = await app.faire('charge', 'reclamations.enregistrer', saisie)
      const entree = { id, version: 1, canal: 'electronique', piecesManquantes: '' }
      await app.faire('charge', 'reclamations.accuserReception', entree)
      const relate = {
        survenuLe: null,
        heure: '',
        vecu: 'Un couloir.',
        serviceId: null,
        versionDuService: '',
      }
      await app.faire('charge', 'reclamations.ajouterFaitRelate', { id, ...relate })
      await app.lignes(
        `insert into reclamations.transmission
           (id, dossier_id, nature, destinataire, coordonnees, est_totale, objet, avec_donnees_de_sante, fait_id, preparee_a)
         select f.id, f.dossier_id, 'ars', 'ARS', '{}', false, 'Le transport', false, f.id, f.enregistre_a
           from dossiers.fait f where f.dossier_id = $1 order by f.id limit 1`,
        [id],
      )
      await app.lignes(
        "insert into contacts.contact (dossier_id, canal, motif) values ($1, 'guichet', 'renseignement')",
        [id],
      )
      dossiers[nom] = id
      return { id, version: 2 }
    }
    await creer('sans service', [])
    await creer('pneumologie', [pneumologie])
    await creer('cardiologie', [cardiologie])
    const { id: enConflit } = await creer('deux services', [pneumologie, cardiologie])
    const cache = {
      ...(await creer('sensible en pneumologie', [pneumologie])),
      classe: 'sensible',
      motif: 'Mineur',
    }
    await app.faire('responsable', 'dossiers.classer', cache)
    const attribue = await creer('sensible attribué', [])
    await app.faire('responsable', 'dossiers.assigner', { ...attribue, agentId: app.agents.charge })
    await app.faire('responsable', 'dossiers.classer', {
      ...attribue,
      version: 3,
      classe: 'sensible',
      motif: 'Mineur',
    })
    await app.faire('responsable', 'dossiers.declarerConflit', {
      id: enConflit,
      agentId: app.agents.directeur,
    })
    await app.faire('charge', 'eloges.enregistrer', elogeSaisi())
  }, 120_000)
  afterAll(() => app.fermer())

  /** What an agent's session carries, read back from the database as sign-in does. */
  const acteurDe = async (qui: Qui): Promise<Acteur> => {
    const [a] = await app.lignes<{ services: string[]; conflits: string[]; etablissement: string }>(
      `select services, etablissement_id as etablissement,
              array(select dossier_id from dossiers.conflit c where c.agent_id = a.id) as conflits
         from agents.agent a where id = $1`,
      [app.agents[qui]],
    )
    return {
      type: 'agent',
      agentId: app.agents[qui] as AgentId,
      etablissementId: a?.etablissement as EtablissementId,
      role: AGENTS[qui].role,
      services: (a?.services ?? []) as StructureId[],
      conflits: (a?.conflits ?? []) as DossierId[],
      fuseau: 'Europe/Paris',
      calendrier: 'metropole',
    }
  }
  const comme = <T>(settings: Readonly<Record<string, string>>, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    app.base.database.transaction({ mode: 'write', role: APPLICATION_ROLE, settings }, fn)
  const compter = (tx: Tx, table: string) =>
    tx.query<{ n: number }>(`select count(*)::int as n from ${table}`).then((r) => r.rows[0]?.n)

  it('force la sécurité des lignes sur toute table, y compris la file des travaux', async () => {
    // the list of migrations is no data of anyone, and the application has no right on it
    expect(await tablesWithoutForcedSecurity(app.base.admin)).toEqual(['platform.migration'])
    const droits = await app.lignes(
      "select has_table_privilege('porte_voix_application', 'platform.migration', 'select,insert,update,delete') as ouverte",
    )
    expect(droits).toEqual([{ ouverte: false }])
  })

  it('ne fait prévoir qu’une fois le rattachement d’une ligne à son dossier', async () => {
    // without `offset 0` each « exists » is planned twice, with all it holds: 20261125T0700 says what that cost
    const simple = String.raw`(FROM [a-z_]+\.[a-z_]+ [a-z]+\s+WHERE \([a-z_.]+ = [a-z_.]+\))`
    const deuxFois = await app.lignes(
      `select schemaname || '.' || tablename || '.' || policyname as regle from pg_policies
        where 'porte_voix_application' = any (roles) and concat(qual, with_check) ~ '${simple}\\)'`,
    )
    expect(deuxFois).toEqual([])
    const uneFois = await app.lignes(
      `select 1 from pg_policies where concat(qual, with_check) ~ '${simple}\\s+OFFSET 0'`,
    )
    expect(uneFois.length).toBeGreaterThan(20)
  })

  it('n’a d’autre passage que les fonctions de la liste', async () => {
    expect(await unsafeDefinerFunctions(app.base.admin)).toEqual([])
    const definers = await app.lignes<{ nom: string; ouverte: boolean; publique: boolean }>(
      `select n.nspname || '.' || p.proname as nom,
              has_function_privilege('porte_voix_application', p.oid, 'execute') as ouverte,
              has_function_privilege('public', p.oid, 'execute') as publique
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef order by 1`,
    )
    expect(definers.map((d) => d.nom)).toEqual([
      'agents.compter_tentatives',
      'agents.effacer_tentatives',
      'agents.fermer_session',
      'agents.installation_requise',
      'agents.noter_tentative',
      'agents.ouvrir_session',
      'agents.prolonger_session',
      'agents.purger_sessions',
      'agents.trouver_pour_connexion',
      'agents.trouver_remplacements',
      'agents.trouver_session',
      'dossiers.assembler_recherche',
      'dossiers.chercher',
      'dossiers.purger_brouillons',
      'dossiers.sans_participation',
      'journal.inscrire',
      'journal.lister_ancres',
      'journal.parcourir',
      'journal.premiere_rupture',
      'platform.purge_idempotence',
      'structures.lister_etablissements',
      'structures.trouver_contact_unique',
      'taches.trouver_lien',
    ])
    expect(definers.filter((d) => !d.ouverte || d.publique)).toEqual([])
  })

  it('ne montre pas une ligne sans acteur, dans aucune table', async () => {
    const tables = await listerTables(app)
    expect(tables.length).toBeGreaterThan(20)
    const nonVides: string[] = []
    for (const table of tables) {
      const [{ n } = { n: 0 }] = await app.lignes<{ n: number }>(`select count(*)::int as n from ${table}`)
      if (n > 0) nonVides.push(table)
      const vu = await comme({}, (tx) => compter(tx, table)).catch((error: { code?: string }) => error.code)
      // no grant at all is as good as no row
      expect([table, vu === '42501' ? 0 : vu]).toEqual([table, 0])
    }
    // the test would say nothing of empty tables
    for (const [table] of TABLES_DU_DOSSIER) expect(nonVides).toContain(table)
  })

  it.each(['anonyme', 'portail', 'installation'] as const)(
    'ne montre aucun dossier à l’acteur « %s »',
    async (type) => {
      const acteur = { type, etablissementId: app.etablissementId } as Acteur
      for (const [table] of TABLES_DU_DOSSIER)
        expect([table, await comme(parametresDe(acteur), (tx) => compter(tx, table))]).toEqual([table, 0])
    },
  )

  describe.each(ATTENDU)('de « %s »', (qui, attendus) => {
    it('contient ses dossiers et rien d’autre, dans chaque table', async () => {
      const settings = parametresDe(await acteurDe(qui))
      for (const [table, colonne] of TABLES_DU_DOSSIER) {
        const { rows } = await comme(settings, (tx) =>
          tx.query<{ id: string }>(
            `select distinct ${colonne}::text as id from ${table} where ${colonne} is not null`,
          ),
        )
        const connus = rows.map((r) => r.id).filter((id) => Object.values(dossiers).includes(id))
        const voulus =
          table === 'dossiers.rattachement'
            ? attendus.filter((n) => /service|ologie/.test(n) && n !== 'sans service')
            : attendus
        expect([table, connus.map(nomDe).toSorted()]).toEqual([table, voulus.toSorted()])
      }
    })

    it('borne les personnes, la recherche et les listes de la même façon', async () => {
      const settings = parametresDe(await acteurDe(qui))
      const personnes = await comme(settings, (tx) => compter(tx, 'personnes.personne'))
      // one author each: a person is seen through a dossier one sees, and no other way
      expect(personnes).toBe(attendus.length)
      // « ailleurs » and the administrator may not even ask, or find nothing
      const peutLister = AGENTS[qui].role !== 'administrateur'
      if (!peutLister) return
      for (const criteres of [
        {},
        { recherche: 'couloir glacial' },
        { recherche: 'eleonore' },
        { recherche: 'coeurdevey' },
      ]) {
        const page = await app.faire<{ dossiers: { id: string; type: string }[] }>(qui, 'dossiers.lister', {
          vue: 'tous',
          type: 'reclamation',
          ...criteres,
        })
        expect([criteres, page.dossiers.map((d) => nomDe(d.id)).toSorted()]).toEqual([
          criteres,
          attendus.toSorted(),
        ])
      }
    })

    it('fait de tout autre dossier un dossier qui n’existe pas', async () => {
      for (const [nom, id] of Object.entries(dossiers)) {
        const { status } = await app.appeler(qui, 'reclamations.obtenir', { id })
        const voulu = AGENTS[qui].role === 'administrateur' ? 403 : attendus.includes(nom) ? 200 : 404
        expect([nom, status]).toEqual([nom, voulu])
        const piece = (
          await app.lignes<{ id: string }>('select id from pieces.piece where dossier_id = $1', [id])
        )[0]
        const lue = await app.appeler(qui, 'pieces.telecharger', { id: piece?.id })
        expect([nom, lue.status]).toEqual([nom, voulu])
      }
    })
  })

  it('ne se franchit ni par un numéro exact, ni par un lien, ni par un doublon', async () => {
    const cache = dossiers['sensible en pneumologie'] ?? ''
    const [d] = await app.lignes<{ numero: string }>('select numero from dossiers.dossier where id = $1', [
      cache,
    ])
    const page = await app.faire<{ dossiers: unknown[] }>('charge', 'dossiers.lister', {
      vue: 'tous',
      recherche: d?.numero,
    })
    expect(page.dossiers).toEqual([])
    const id = dossiers['pneumologie'] ?? ''
    const lien = { id, version: 2, numero: d?.numero, nature: 'suite-de' }
    expect((await app.refus('charge', 'dossiers.lier', lien)).status).toBe(422)
    const fichier = { nom: 'copie.txt', contenu: Buffer.from('Pièce de sensible en pneumologie') }
    const depot = await app.faire<{ doublons: unknown[] }>('charge', 'pieces.deposer', {}, { fichier })
    expect(depot.doublons).toEqual([])
    // a link made by who sees both does not show the hidden one to who does not
    await app.faire('responsable', 'dossiers.lier', lien)
    const vu = await app.faire<{ tronc: { liens: unknown[] } }>('charge', 'reclamations.obtenir', { id })
    expect(vu.tronc.liens).toEqual([])
    const complet = await app.faire<{ tronc: { liens: unknown[] } }>('responsable', 'reclamations.obtenir', {
      id,
    })
    expect(complet.tronc.liens).toHaveLength(1)
  })

  it('retire un dossier dès l’appel qui suit la déclaration d’un conflit', async () => {
    const id = dossiers['cardiologie'] ?? ''
    expect((await app.appeler('directeur', 'reclamations.obtenir', { id })).status).toBe(200)
    await app.faire('responsable', 'dossiers.declarerConflit', { id, agentId: app.agents.directeur })
    expect((await app.appeler('directeur', 'reclamations.obtenir', { id })).status).toBe(404)
    await app.lignes('delete from dossiers.conflit where dossier_id = $1', [id])
  })

  describe('interdit de réécrire', () => {
    it.each([
      ['une entrée du journal', 'update journal.entree set contenu = contenu'],
      ['l’effacement d’une entrée du journal', 'delete from journal.entree'],
      ['l’ajout direct au journal', 'insert into journal.entree select * from journal.entree limit 0'],
      ['un fait', "update dossiers.fait set survenu_le = '2026-01-01'"],
      ['l’effacement d’un fait', 'delete from dossiers.fait'],
      ['un récit', "update dossiers.recit set texte = ''"],
      ['l’effacement d’un récit', 'delete from dossiers.recit'],
      ['l’effacement d’un dossier', 'delete from dossiers.dossier'],
      ['l’effacement d’une personne', 'delete from personnes.personne'],
      ['la date d’un consentement', "update personnes.consentement set donne_le = '2026-01-01'"],
      ['le contenu d’un courrier', "update courriers.courrier set mentions = '[]'"],
      ['l’effacement d’un courrier', 'delete from courriers.courrier'],
      ['la question posée à un service', "update taches.tache set message = ''"],
      ['l’effacement d’une demande à un service', 'delete from taches.tache'],
      ['un incident', 'delete from platform.incident'],
      ['une table, en la vidant', 'truncate dossiers.fait'],
      ['la sécurité d’une table', 'alter table dossiers.dossier disable row level security'],
    ])('%s', async (_quoi, sql) => {
      const settings = parametresDe(await acteurDe('responsable'))
      const fait = comme(settings, (tx) => tx.query(sql))
      await expect(fait).rejects.toMatchObject({ code: '42501' })
    })

    it('un conflit d’intérêts, pour qui ne peut pas en déclarer', async () => {
      const [avant] = await app.lignes('select count(*)::int as n from dossiers.conflit')
      expect(avant).not.toEqual({ n: 0 })
      for (const qui of ['charge', 'chef', 'ailleurs', 'administrateur'] as const) {
        const settings = parametresDe(await acteurDe(qui))
        const { rowCount } = await comme(settings, (tx) => tx.query('delete from dossiers.conflit'))
        expect([qui, rowCount]).toEqual([qui, 0])
      }
      expect(await app.lignes('select count(*)::int as n from dossiers.conflit')).toEqual([avant])
    })

    it('en prenant le rôle qui voit tout, sur un serveur', async () => {
      const settings = parametresDe(await acteurDe('responsable'))
      const prise = comme(settings, (tx) => tx.query('set local role porte_voix_definer'))
      // on the embedded engine the switch of role is no boundary, and the documents say so
      const issue = await prise.then(
        () => 'pris',
        (error: { code?: string }) => error.code,
      )
      expect(issue).toBe(moteur === 'server' ? '42501' : 'pris')
    })

    it('le dossier d’un autre établissement, même en le disant sien', async () => {
      const settings = parametresDe(await acteurDe('ailleurs'))
      const { rowCount } = await comme(settings, (tx) =>
        tx.query("update dossiers.dossier set objet = 'pris'"),
      )
      expect(rowCount).toBe(0)
      const volee = comme(settings, (tx) =>
        tx.query(
          `insert into dossiers.fait (id, dossier_id, code, survenu_le, enregistre_a)
           values ('019b8d62-0000-7000-8000-000000000001', $1, 'note-ajoutee', '2026-01-05', now())`,
          [dossiers['pneumologie']],
        ),
      )
      await expect(volee).rejects.toMatchObject({ code: '42501' })
    })
  })
})

describe('le document des périmètres', () => {
  it('parle de tous les agents du banc', () => {
    expect(ATTENDU.map(([qui]) => qui).toSorted()).toEqual(Object.keys(AGENTS).toSorted())
  })
})
