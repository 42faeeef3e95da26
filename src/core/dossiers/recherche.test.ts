import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  Acteur,
  ActeurAgent,
  DossierId,
  EtablissementId,
  StructureId,
} from '#core/journal/domain/acteur.ts'
import { enTransaction } from '#core/journal/index.ts'
import { describeOnEachEngine, type TestDatabase, testDatabase } from '#platform/db/testing.ts'
import { chercherIds, indexerDossier } from './store-recherche.ts'

const ETABLISSEMENT = randomUUID() as EtablissementId
const [SERVICE, AUTRE_SERVICE] = [randomUUID(), randomUUID()] as [StructureId, StructureId]
const SYSTEME: Acteur = { type: 'systeme', travail: 'essai', etablissementId: ETABLISSEMENT }

describeOnEachEngine('la recherche', (moteur) => {
  let base: TestDatabase
  let agentId = ''
  beforeAll(async () => {
    base = await testDatabase(moteur)
    agentId = randomUUID()
    await base.admin.query(
      `insert into structures.etablissement (id, nom, service_nom, adresse, courriel, telephone, cree_a)
       values ($1, 'CH', 'Usagers', '{1 allée}', 'u@ch.example', '01', now())`,
      [ETABLISSEMENT],
    )
    for (const [rang, id] of [SERVICE, AUTRE_SERVICE].entries())
      await base.admin.query(
        `insert into structures.structure (id, etablissement_id, nature, code, nom, cle_tri)
         values ($1, $2, 'service', $3, $3, $3)`,
        [id, ETABLISSEMENT, `S${rang}`],
      )
    await base.admin.query(
      `insert into agents.agent (id, etablissement_id, identifiant, nom, prenom, role, mot_de_passe, cle_tri, cree_a)
       values ($1, $2, 'essai', 'Essai', 'Camille', 'charge', 'illisible', 'essai', now())`,
      [agentId, ETABLISSEMENT],
    )
  })
  afterAll(() => base.close())

  let rang = 0
  interface ADeposer {
    readonly recuLe?: string
    readonly services?: readonly string[]
    readonly classe?: string
    readonly assigneA?: string | null
    readonly nom?: string
    readonly texte: string
  }
  const deposer = async (d: ADeposer): Promise<string> => {
    const { recuLe = '2026-01-05', services = [], classe = 'ordinaire', assigneA = null, nom = '', texte } = d
    const id = randomUUID()
    rang += 1
    await base.admin.query(
      `insert into dossiers.dossier (id, etablissement_id, affaire_id, type, annee, rang, numero, etat, objet, recu_le,
         services, classe, assigne_a, cree_a, modifie_a)
       values ($1, $2, $1, 'reclamation', 2026, $3, $4, 'recu', 'Objet', $5, $6, $7, $8, now(), now())`,
      [id, ETABLISSEMENT, rang, `REC-2026-${rang}`, recuLe, services, classe, assigneA],
    )
    for (const service of services)
      await base.admin.query('insert into dossiers.rattachement values ($1, $2, $3)', [id, service, recuLe])
    await enTransaction(base.database, SYSTEME, 'write', (tx) =>
      indexerDossier(tx, {
        dossierId: id,
        etablissementId: ETABLISSEMENT,
        recuLe,
        noms: [nom],
        textes: [texte],
      }),
    )
    return id
  }
  const agent = (plus: Partial<ActeurAgent>): ActeurAgent => ({
    type: 'agent',
    agentId: agentId as ActeurAgent['agentId'],
    etablissementId: ETABLISSEMENT,
    role: 'directeur',
    services: [],
    conflits: [],
    fuseau: 'Europe/Paris',
    calendrier: 'metropole',
    ...plus,
  })
  const chercher = (saisi: string, acteur: Acteur = agent({})) =>
    enTransaction(base.database, acteur, 'read', (tx) => chercherIds(tx, ETABLISSEMENT, saisi))

  describe('trouve un mot à chaque lettre qu’on tape', () => {
    const Mots = [
      'réclamation',
      'hospitalisation',
      'fréquence',
      'heureuse',
      'généraux',
      'médicament',
      'chirurgie',
      'anesthésiste',
      'douleurs',
      'attente',
      'infirmière',
      'accompagnement',
      'interventions',
      'ophtalmologie',
      'humiliée',
      'efficacement',
    ] as const
    const ids = new Map<string, string>()
    beforeAll(async () => {
      for (const mot of Mots) ids.set(mot, await deposer({ texte: `Le mot ${mot} du récit` }))
    })
    it.each(Mots)('%s', async (mot) => {
      const manques: string[] = []
      for (let fin = 3; fin <= mot.length; fin += 1) {
        const debut = mot.slice(0, fin)
        if (!(await chercher(debut)).includes(ids.get(mot) ?? '')) manques.push(debut)
        // typed at the end of a sentence, it narrows what was found
        if (!(await chercher(`récit ${debut}`)).includes(ids.get(mot) ?? '')) manques.push(`récit ${debut}`)
      }
      expect(manques).toEqual([])
    })

    it.each([
      ['réclamations', 'réclamation'],
      ['hospitalisés', 'hospitalisation'],
      ['chirurgies', 'chirurgie'],
      ['infirmiers', 'infirmière'],
    ] as const)('et sous ses autres formes : %s', async (saisi, mot) => {
      expect(await chercher(saisi)).toContain(ids.get(mot))
    })

    it('sans prendre pour lui les mots plus courts par lesquels il commence', async () => {
      const mari = await deposer({ texte: 'Mon mari a attendu.' })
      const mariage = await deposer({ texte: 'Le mariage de ma fille.' })
      expect(await chercher('mari')).toEqual(expect.arrayContaining([mari, mariage]))
      expect(await chercher('mariage')).toEqual([mariage])
    })

    it('et ne s’arrête pas sur un mot trop courant pour être indexé', async () => {
      const id = await deposer({ texte: 'Un couloir glacial.' })
      for (const saisi of ['couloir dans', 'couloir pour', 'couloir avec'])
        expect(await chercher(saisi)).toEqual([id])
    })
  })

  describe('descend des dossiers les plus récents vers les plus anciens', () => {
    /** What reading everything finds: the newest `fenetre` in which the word or the name is. */
    const lesPlusRecents = async (mot: string, fenetre = 300): Promise<string[]> => {
      const { rows } = await base.admin.query<{ id: string }>(
        `select d.id from dossiers.dossier d join dossiers.recherche r on r.dossier_id = d.id
          where r.tsv::text like $1 or r.cle_nom like $1 order by d.recu_le desc, d.id desc limit $2`,
        [`%${mot}%`, fenetre],
      )
      return rows.map(({ id }) => id).toSorted()
    }
    /** `n` dossiers with a word and a name, one every `pas` days back from a day. */
    const semer = async (
      mot: string,
      nom: string,
      { n, pas, depuis = '2026-01-05' }: Semis,
    ): Promise<void> => {
      await base.admin.query(
        `with semes as (
           insert into dossiers.dossier (id, etablissement_id, affaire_id, type, annee, rang, numero, etat, objet, recu_le,
             services, cree_a, modifie_a)
           select gen_random_uuid(), $1, $1, 'reclamation', 1990, $2 + i, $3 || i, 'recu', 'Objet', $4::date - i * $5::int,
             case when i % 10 = 0 then array[$8::uuid] else '{}' end, now(), now() from generate_series(0, $6::int - 1) i
           returning id, recu_le, services),
         rattaches as (
           insert into dossiers.rattachement select id, services[1], recu_le from semes where services <> '{}')
         insert into dossiers.recherche (dossier_id, etablissement_id, recu_le, cle_nom, tsv)
         select id, $1, recu_le, $7, dossiers.vecteur($3) from semes`,
        [ETABLISSEMENT, rang + 1, mot, depuis, pas, n, nom, SERVICE],
      )
      rang += n
    }
    interface Semis {
      readonly n: number
      readonly pas: number
      readonly depuis?: string
    }

    it.each([
      ['un par an', 'sauterelle', { n: 60, pas: 365 }],
      ['un par semaine', 'libellule', { n: 500, pas: 7 }],
      ['un par jour', 'coccinelle', { n: 500, pas: 1 }],
      ['tous le même jour', 'papillon', { n: 400, pas: 0 }],
      ['tous il y a quinze ans', 'scarabee', { n: 400, pas: 1, depuis: '2011-06-30' }],
    ] as const)('les 300 derniers, quel que soit leur rythme : %s', async (_, mot, semis) => {
      await semer(mot, `${mot} durand`, semis)
      const attendus = await lesPlusRecents(mot)
      expect(attendus).toHaveLength(Math.min(semis.n, 300))
      for (const saisi of [mot, `${mot} durand`.slice(0, -3), mot.slice(1)])
        for (const acteur of [agent({}), agent({ role: 'charge' })])
          if (saisi !== mot.slice(1) || acteur.role === 'directeur')
            expect((await chercher(saisi, acteur)).toSorted()).toEqual(attendus)
    })

    it('et d’une année à l’autre pour qui ne voit que ses services', async () => {
      await semer('cigale', 'cigale', { n: 400, pas: 30 })
      const { rows } = await base.admin.query<{ id: string }>(
        `select r.dossier_id as id from dossiers.recherche r join dossiers.rattachement s using (dossier_id)
          where r.cle_nom = 'cigale' and s.structure_id = $1`,
        [SERVICE],
      )
      const chef = agent({ role: 'chef-de-service', services: [SERVICE] })
      expect(rows).toHaveLength(40)
      expect((await chercher('cigale', chef)).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
    })

    it('même reçus il y a très longtemps, ou datés de l’avenir', async () => {
      const ids: string[] = []
      for (const recuLe of ['0001-01-01', '1899-12-31', '2000-01-01', '2099-12-31', '9999-12-31'])
        ids.push(await deposer({ texte: 'Un hanneton.', nom: 'Hanneton', recuLe }))
      expect((await chercher('hanneton')).toSorted()).toEqual(ids.toSorted())
      expect((await chercher('annet')).toSorted()).toEqual(ids.toSorted())
    })

    it('sans que les parties d’une année se lisent ou s’écrivent à part', async () => {
      const { rows } = await base.admin.query<{ nom: string }>(
        `select inhrelid::regclass::text as nom from pg_inherits where inhparent = 'dossiers.recherche'::regclass`,
      )
      expect(rows.length).toBeGreaterThan(30)
      for (const { nom } of rows)
        for (const ordre of [`select 1 from ${nom}`, `delete from ${nom}`, `update ${nom} set cle_nom = ''`])
          await expect(
            enTransaction(base.database, agent({}), 'write', (tx) => tx.query(ordre)),
          ).rejects.toMatchObject({ code: '42501' })
      // and what they hold is shown by none of them, even to who would be given the right
      await base.admin.query('grant select on dossiers.recherche_2026 to porte_voix_application')
      await deposer({ texte: 'Un grillon.' })
      const lus = await enTransaction(base.database, agent({}), 'read', (tx) =>
        tx.query('select 1 from dossiers.recherche_2026'),
      )
      expect(lus.rows).toEqual([])
      await base.admin.query('revoke select on dossiers.recherche_2026 from porte_voix_application')
    })

    it('une seule fois, à son nouveau jour, quand la réception est corrigée d’une année à l’autre', async () => {
      const id = await deposer({ texte: 'Une fourmi.', nom: 'Fourmi', recuLe: '2026-01-02' })
      const autre = await deposer({ texte: 'Une fourmi.', nom: 'Fourmi', recuLe: '2025-12-30' })
      expect(await chercher('fourmi')).toEqual([id, autre])
      await base.admin.query("update dossiers.dossier set recu_le = '2024-12-31' where id = $1", [id])
      await enTransaction(base.database, SYSTEME, 'write', (tx) =>
        indexerDossier(tx, {
          dossierId: id,
          etablissementId: ETABLISSEMENT,
          recuLe: '2024-12-31',
          noms: ['Fourmi'],
          textes: ['Une fourmi.'],
        }),
      )
      expect(await chercher('fourmi')).toEqual([autre, id])
      const { rows } = await base.admin.query(
        'select recu_le from dossiers.recherche where dossier_id = $1',
        [id],
      )
      expect(rows).toEqual([{ recu_le: '2024-12-31' }])
    })
  })

  describe('prend ses correspondances dans le périmètre, non avant', () => {
    const attendus: Record<string, string> = {}
    beforeAll(async () => {
      const commun = { texte: 'Bracelet égaré', nom: 'Martin-Delacour', recuLe: '2020-03-02' }
      attendus['service'] = await deposer({ ...commun, services: [SERVICE] })
      attendus['attribue'] = await deposer({ ...commun, assigneA: agentId, classe: 'sensible' })
      attendus['conflit'] = await deposer({ ...commun, services: [SERVICE] })
      attendus['protege'] = await deposer({ ...commun, services: [SERVICE], classe: 'sensible' })
      for (let i = 0; i < 410; i += 1)
        await deposer({ ...commun, recuLe: '2026-01-05', services: [AUTRE_SERVICE], classe: 'sensible' })
    })

    it.each(['bracelet', 'bracelet égaré', 'brac', 'delacour', 'martin delacour'])(
      'pour qui ne voit que ses services : un ancien dossier derrière 410 plus récents (%s)',
      async (saisi) => {
        const chef = agent({
          role: 'chef-de-service',
          services: [SERVICE],
          conflits: [attendus['conflit'] as DossierId],
        })
        expect((await chercher(saisi, chef)).toSorted()).toEqual(
          [attendus['service'], attendus['attribue']].toSorted(),
        )
      },
    )

    it.each(['bracelet', 'delacour'])('pour qui ne voit pas les dossiers protégés (%s)', async (saisi) => {
      const charge = agent({ role: 'charge', conflits: [attendus['conflit'] as DossierId] })
      expect((await chercher(saisi, charge)).toSorted()).toEqual(
        [attendus['service'], attendus['attribue']].toSorted(),
      )
    })

    it('pour qui a un conflit d’intérêts : ses 300 plus récents, jamais celui-là', async () => {
      const directeur = agent({ conflits: [attendus['conflit'] as DossierId] })
      const trouves = await chercher('bracelet', directeur)
      expect(trouves).toHaveLength(300)
      expect(await chercher('bracelet')).toHaveLength(300)
    })

    it('ne trouve rien sans périmètre', async () => {
      expect(await chercher('bracelet', { type: 'anonyme' })).toEqual([])
      expect(await chercher('bracelet', agent({ role: 'chef-de-service' }))).toEqual([attendus['attribue']])
    })

    it('va chercher un mot très courant par les dossiers du service plutôt que par le mot', async () => {
      await base.admin.query(
        `insert into dossiers.dossier (id, etablissement_id, affaire_id, type, annee, rang, numero, etat, objet, recu_le, cree_a, modifie_a)
         select gen_random_uuid(), $1, $1, 'reclamation', 2025, i, 'X' || i, 'recu', 'Objet', date '2025-12-01', now(), now()
           from generate_series(1, 27000) i`,
        [ETABLISSEMENT],
      )
      await base.admin.query(
        `insert into dossiers.recherche (dossier_id, etablissement_id, recu_le, cle_nom, tsv)
         select d.id, d.etablissement_id, d.recu_le, 'martin delacour', dossiers.vecteur('bracelet egare')
           from dossiers.dossier d where d.annee = 2025`,
      )
      await base.admin.exec('analyze dossiers.recherche; analyze dossiers.dossier')
      const chef = agent({ role: 'chef-de-service', services: [SERVICE] })
      const siens = [attendus['service'], attendus['attribue'], attendus['conflit']].toSorted()
      for (const saisi of ['bracelet', 'delacour']) {
        const debut = performance.now()
        expect((await chercher(saisi, chef)).toSorted()).toEqual(siens)
        expect(performance.now() - debut).toBeLessThan(3000)
        expect(await chercher(saisi, agent({ role: 'charge' }))).toHaveLength(300)
      }
    })
  })
})
