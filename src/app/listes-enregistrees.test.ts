import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { contract, LigneDeDossier } from '#core/dossiers/contract.ts'
import { type AgentId, type EtablissementId, parametresDe } from '#core/journal/domain/acteur.ts'
import type { Acteur } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import { APPLICATION_ROLE } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import {
  AGENTS,
  type ApplicationDeTest,
  LUNDI,
  ouvrirApplication,
  type Qui,
} from './testing/application-de-test.ts'

const SAISIE = {
  nom: 'À relancer',
  estPartagee: false,
  criteres: { type: 'reclamation', vue: 'ouverts', tri: 'echeance', attente: 'explications' },
  colonnes: ['auteur', 'echeance', 'attentes'],
}

describeOnEachEngine('les listes enregistrées', (moteur) => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  afterAll(() => app.fermer())
  beforeEach(async () => {
    app.maintenant = LUNDI
    await app.lignes('delete from dossiers.liste')
  })

  const listes = async (qui: Qui) =>
    (await app.faire<OutputOf<typeof contract.listerListes>>(qui, 'dossiers.listerListes', {})).listes
  const creer = async (qui: Qui, plus: object = {}) =>
    (await app.faire(qui, 'dossiers.enregistrerListe', { ...SAISIE, ...plus })).id

  const acteur = (qui: Qui): Acteur => ({
    type: 'agent',
    agentId: app.agents[qui] as AgentId,
    etablissementId: (qui === 'ailleurs' ? app.autreEtablissementId : app.etablissementId) as EtablissementId,
    role: AGENTS[qui].role,
    services: [],
    conflits: [],
    fuseau: 'Europe/Paris',
    calendrier: 'metropole',
  })

  it('gardent filtres, ordre et colonnes, pour leur auteur seul', async () => {
    const id = await creer('charge')
    expect(await listes('charge')).toEqual([
      {
        ...SAISIE,
        id,
        estMienne: true,
        par: 'Camille Roux',
        version: 1,
        estParDefaut: false,
        peutModifier: true,
      },
    ])
    expect(await listes('collegue')).toEqual([])
    expect((await app.refus('collegue', 'dossiers.supprimerListe', { id, version: 1 })).status).toBe(404)
  })

  it('ne gardent jamais les mots cherchés', async () => {
    await creer('charge', { criteres: { ...SAISIE.criteres, recherche: 'Cœurdevey' } })
    const [lue] = await app.lignes<{ criteres: object }>('select criteres from dossiers.liste')
    expect(JSON.stringify(lue)).not.toContain('devey')
  })

  it('partagées, se voient de tout le service, sauf des chefs de service et des autres hôpitaux', async () => {
    const id = await creer('charge', { estPartagee: true })
    for (const qui of ['collegue', 'responsable', 'directeur'] as const)
      expect((await listes(qui)).map((l) => [l.id, l.par])).toEqual([[id, 'Camille Roux']])
    for (const qui of ['chef', 'ailleurs'] as const) expect(await listes(qui)).toEqual([])
    expect(
      (await app.refus('collegue', 'dossiers.modifierListe', { ...SAISIE, id, version: 1 })).status,
    ).toBe(403)
  })

  it('d’un collègue, se changent par le responsable, qui ne peut les lui reprendre', async () => {
    const id = await creer('charge', { estPartagee: true })
    const vers = { ...SAISIE, id, nom: 'Relances', estPartagee: true }
    await app.faire('responsable', 'dossiers.modifierListe', { ...vers, version: 1 })
    expect((await listes('charge'))[0]).toMatchObject({ nom: 'Relances', version: 2 })
    const reprise = { ...vers, version: 2, estPartagee: false }
    expect((await app.refus('responsable', 'dossiers.modifierListe', reprise)).status).toBe(422)
    expect((await app.refus('charge', 'dossiers.modifierListe', { ...vers, version: 1 })).status).toBe(409)
  })

  it('d’un chef de service, restent les siennes', async () => {
    await creer('chef')
    expect(await listes('chef')).toHaveLength(1)
    expect(
      (await app.refus('chef', 'dossiers.enregistrerListe', { ...SAISIE, estPartagee: true })).status,
    ).toBe(422)
  })

  it('se rangent, et une seule s’ouvre en premier, pour chacun', async () => {
    const [a, b, c] = [
      await creer('charge', { nom: 'A' }),
      await creer('charge', { nom: 'B' }),
      await creer('charge', { nom: 'C', estPartagee: true }),
    ]
    await app.faire('charge', 'dossiers.rangerListes', { ids: [c, a, b], parDefaut: a })
    expect((await listes('charge')).map((l) => [l.nom, l.estParDefaut])).toEqual([
      ['C', false],
      ['A', true],
      ['B', false],
    ])
    // what is not theirs to see is left out
    await app.faire('collegue', 'dossiers.rangerListes', { ids: [a, c], parDefaut: c })
    expect((await listes('collegue')).map((l) => [l.nom, l.estParDefaut])).toEqual([['C', true]])
    await app.faire('charge', 'dossiers.supprimerListe', { id: a, version: 1 })
    expect((await listes('charge')).map((l) => l.nom)).toEqual(['C', 'B'])
  })

  it('tiennent à leur périmètre par SQL direct', async () => {
    await creer('charge', { nom: 'Mienne' })
    await creer('charge', { nom: 'Du service', estPartagee: true })
    await app.faire('charge', 'dossiers.rangerListes', {
      ids: (await listes('charge')).map((l) => l.id),
      parDefaut: null,
    })
    const voir = (qui: Qui, sql: string) =>
      app.base.database.transaction(
        { mode: 'write', role: APPLICATION_ROLE, settings: parametresDe(acteur(qui)) },
        async (tx) => (await tx.query<{ nom: string }>(sql)).rows.map((r) => r.nom),
      )
    const noms = 'select nom from dossiers.liste order by nom'
    const rangs = 'select rang::text as nom from dossiers.rangement'
    expect(await voir('charge', noms)).toEqual(['Du service', 'Mienne'])
    expect(await voir('collegue', noms)).toEqual(['Du service'])
    for (const qui of ['chef', 'ailleurs'] as const) expect(await voir(qui, noms)).toEqual([])
    expect(await voir('charge', rangs)).toHaveLength(2)
    expect(await voir('collegue', rangs)).toEqual([])
    const volee = "update dossiers.liste set nom = 'Volée' where nom = 'Mienne' returning nom"
    expect(await voir('responsable', volee)).toEqual([])
    const partagee = `insert into dossiers.liste (id, etablissement_id, agent_id, nom, est_partagee, criteres, colonnes, creee_a, modifiee_a)
      values (gen_random_uuid(), '${app.etablissementId}', '${app.agents.chef}', 'Du chef', true, '{}', '{}', now(), now())`
    await expect(voir('chef', partagee)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('l’ordre d’une liste', () => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication()
    for (let i = 0; i < 12; i += 1)
      await app.faire(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({ recuLe: `2026-01-0${1 + (i % 4)}`, services: [app.structures.pneumologie] }),
      )
    await app.lignes(
      'update dossiers.dossier set prochaine_echeance_le = null, prochaine_echeance_code = null where rang > 9',
    )
  })
  afterAll(() => app.fermer())

  const parcourir = async (criteres: object) => {
    const lus: LigneDeDossier[] = []
    let apres: string | null = null
    do {
      const page: { dossiers: LigneDeDossier[]; suite: string | null } = await app.faire(
        'charge',
        'dossiers.lister',
        {
          ...criteres,
          limite: 5,
          ...(apres === null ? {} : { apres }),
        },
      )
      lus.push(...page.dossiers)
      apres = page.suite
    } while (apres !== null)
    return lus
  }

  it.each([{}, { service: true }])(
    'est le même à chaque page : urgence, ancienneté, nouveauté (%j)',
    async (avec) => {
      const c = 'service' in avec ? { serviceId: app.structures.pneumologie } : {}
      const parUrgence = await parcourir({ ...c, tri: 'echeance' })
      expect(new Set(parUrgence.map((d) => d.id)).size).toBe(12)
      const jours = parUrgence.map((d) => d.prochaineEcheanceLe ?? '9999')
      expect(jours).toEqual(jours.toSorted())
      expect(jours.slice(9)).toEqual(['9999', '9999', '9999'])
      const anciens = (await parcourir({ ...c, tri: 'anciens' })).map((d) => d.id)
      const recents = (await parcourir({ ...c, tri: 'recents' })).map((d) => d.id)
      expect(anciens).toEqual(recents.toReversed())
      expect(new Set(anciens).size).toBe(12)
    },
  )

  it('par échéance n’a de sens que pour ce qui est en cours', async () => {
    const tous = await parcourir({ vue: 'tous', tri: 'echeance' })
    expect(tous.map((d) => d.id)).toEqual((await parcourir({ vue: 'tous' })).map((d) => d.id))
  })
})
