import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { creerRegistreDesTypes, reindexerTout } from '#core/dossiers/index.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { textRecognizerMissing } from '#platform/documents/index.ts'
import { createFileStore, ephemeralMainKeys } from '#platform/files/index.ts'
import { CASE_TYPES } from './case-types.ts'
import { faireLeMenage } from './menage.ts'
import { SANS_MESSAGERIE } from './messagerie.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'
import { creerTraces } from './traces.ts'
import { creerTravaux, type Travaux } from './travaux.ts'

const registre = creerRegistreDesTypes(CASE_TYPES.map((t) => t.definition))
const JOUR = 86_400_000
const ilYA = (jours: number): Date => new Date(LUNDI.getTime() - jours * JOUR)

describeOnEachEngine('les travaux', (moteur) => {
  let app: ApplicationDeTest
  let dossier = ''
  let travaux: Travaux | null = null
  const ids: string[] = []
  beforeAll(async () => {
    dossier = await mkdtemp(join(tmpdir(), 'travaux-'))
    app = await ouvrirApplication({ moteur })
    for (let i = 0; i < 3; i += 1)
      ids.push((await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())).id)
  })
  afterEach(async () => {
    await travaux?.arreter()
    travaux = null
  })
  afterAll(async () => {
    await app.fermer()
    await rm(dossier, { recursive: true, force: true })
  })

  const demarrer = async (): Promise<void> => {
    travaux = creerTravaux({
      database: app.base.database,
      engine: app.base.engine,
      fichiers: createFileStore({ directory: dossier, keys: ephemeralMainKeys() }),
      traces: creerTraces({ niveau: 'silent' }),
      fuseau: 'Europe/Paris',
      horloge: () => LUNDI,
      registre,
      reconnaissance: textRecognizerMissing,
      alerter: () => undefined,
      courriel: SANS_MESSAGERIE,
      adresse: () => null,
    })
    await travaux.demarrer()
  }
  const derivations = () =>
    app.lignes<{ nature: string; empreinte: string }>(
      'select nature, empreinte from dossiers.derivation where etablissement_id = $1 order by nature',
      [app.etablissementId],
    )
  const envoyes = async (): Promise<string[]> => {
    const lus = await app.lignes<{ name: string }>(
      "select name from jobs.job where name like 'dossiers.%' and data ->> 'etablissementId' = $1 order by name",
      [app.etablissementId],
    )
    return lus.map((l) => l.name)
  }

  describe('au démarrage', () => {
    it('recalculent et réindexent ce que d’autres règles avaient produit, une fois', async () => {
      await app.lignes(
        'update dossiers.dossier set prochaine_echeance_le = null, prochaine_echeance_code = null',
      )
      await app.lignes('delete from echeances.echeance')
      // as the version before indexed: stems only
      await app.lignes(
        "update dossiers.recherche set tsv = to_tsvector('french', 'attente urgences information')",
      )
      await demarrer()
      await expect.poll(async () => (await derivations()).length, { timeout: 20_000 }).toBe(3)
      const prochaines = await app.lignes(
        'select prochaine_echeance_code as code from dossiers.dossier where etablissement_id = $1',
        [app.etablissementId],
      )
      expect(prochaines).toEqual(ids.map(() => ({ code: 'D01' })))
      const { dossiers } = await app.faire<{ dossiers: { id: string }[] }>('charge', 'dossiers.lister', {
        recherche: 'informatio',
      })
      expect(dossiers.map((d) => d.id).toSorted()).toEqual(ids.toSorted())
      const faits = await envoyes()
      await travaux?.arreter()
      await demarrer()
      expect(await envoyes()).toEqual(faits)
      expect(new Set(faits)).toEqual(
        new Set(['dossiers.recalculer', 'dossiers.reindexer', 'dossiers.reindexer-les-parties']),
      )
    })

    it('recommencent quand les règles ont changé depuis', async () => {
      await app.lignes("update dossiers.derivation set empreinte = 'autre' where nature = 'echeances'")
      await demarrer()
      await expect
        .poll(async () => (await derivations()).map((d) => d.empreinte), { timeout: 20_000 })
        .toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), 'forme 1', 'forme 2'])
    })
  })

  it('réindexent par tranches, sans en oublier ni recommencer, même arrêtés entre deux', async () => {
    await app.lignes("delete from dossiers.derivation where nature = 'recherche'")
    await app.lignes("update dossiers.recherche set tsv = ''::tsvector")
    const deps = { database: app.base.database, registre }
    const etablissementId = app.etablissementId as EtablissementId
    // fifty a batch: fewer dossiers than one are done at once
    expect(await reindexerTout(deps, etablissementId, { avant: null, maintenant: LUNDI })).toBeNull()
    const vides = await app.lignes("select 1 from dossiers.recherche where tsv = ''::tsvector")
    expect(vides).toEqual([])
    for (let i = 0; i < 52; i += 1) await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())
    await app.lignes("update dossiers.recherche set tsv = ''::tsvector; ".replace('; ', ''))
    const suite = await reindexerTout(deps, etablissementId, { avant: null, lots: 1, maintenant: LUNDI })
    expect(suite).not.toBeNull()
    const restants = () =>
      app.lignes("select dossier_id as id from dossiers.recherche where tsv = ''::tsvector")
    expect(await restants()).toHaveLength(5)
    expect(await reindexerTout(deps, etablissementId, { avant: suite, maintenant: LUNDI })).toBeNull()
    expect(await restants()).toEqual([])
  })

  it('font le ménage : brouillons délaissés, clés et sessions passées, et rien d’autre', async () => {
    const agent = app.agents.charge
    const brouillon = (id: string, jours: number) =>
      app.lignes(
        "insert into dossiers.brouillon (id, agent_id, type, contenu, modifie_a) values ($1, $2, 'reclamation', '{}', $3)",
        [`019b8d62-0000-7000-8000-0000000000${id}`, agent, ilYA(jours)],
      )
    await brouillon('01', 91)
    await brouillon('02', 89)
    await app.lignes('delete from platform.idempotence')
    for (const [cle, jours] of [
      ['11', 8],
      ['12', 6],
    ] as const)
      await app.lignes(
        "insert into platform.idempotence (actor_key, key, operation, input_digest, created_at) values ('agent:x', $1, 'o', '', $2)",
        [`019b8d62-0000-7000-8000-0000000000${cle}`, ilYA(jours)],
      )
    const [ouvertes] = await app.lignes<{ n: number }>('select count(*)::int as n from agents.session')
    await app.lignes(
      "insert into agents.session (empreinte, agent_id, ouverte_a, vue_a, expire_a) values ('\\x01', $1, $2, $2, $2)",
      [agent, ilYA(1)],
    )
    expect(await faireLeMenage(app.base.database, LUNDI)).toEqual({ brouillons: 1, cles: 1, sessions: 1 })
    expect(await app.lignes('select right(id::text, 2) as id from dossiers.brouillon')).toEqual([
      { id: '02' },
    ])
    expect(await app.lignes('select right(key::text, 2) as cle from platform.idempotence')).toEqual([
      { cle: '12' },
    ])
    expect(await app.lignes('select count(*)::int as n from agents.session')).toEqual([ouvertes])
    const [trace] = await app.lignes<{ contenu: string }>(
      "select contenu from journal.entree where evenement = 'menage-fait'",
    )
    expect(JSON.parse(trace?.contenu ?? '{}')).toMatchObject({
      details: { brouillons: 1, cles: 1, sessions: 1 },
    })
  })
})
