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
