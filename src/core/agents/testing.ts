import { randomUUID } from 'node:crypto'
import {
  type AgentId,
  cleDe,
  type EtablissementId,
  type Role,
  type StructureId,
} from '#core/journal/domain/acteur.ts'
import {
  type Acteur,
  type ActeurAgent,
  enTransaction,
  inscrireAuJournal,
  sujetDe,
} from '#core/journal/index.ts'
import type { Contract, OutputOf, SentInputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts'
import { type Binding, createRateLimit, execute, type Host } from '#platform/http/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { autorise } from './domain/autorisations.ts'
import { PERMISSIONS_DU_SOCLE } from './domain/permissions.ts'

/** A Tuesday noon in Paris. */
export const MIDI = new Date('2026-03-10T11:00:00Z')

export interface AppelDeTest {
  readonly acteur?: Acteur
  readonly cookie?: string | undefined
  readonly adresse?: string
  readonly maintenant?: Date
  readonly cle?: string
}

export interface Banc {
  readonly test: TestDatabase
  readonly etablissementId: EtablissementId
  /** an agent of the establishment, whose row exists */
  agent(role: Role, services?: readonly string[]): Promise<ActeurAgent>
  lire<T>(acteur: Acteur, fn: (tx: Tx) => Promise<T>): Promise<T>
  ecrire<T>(acteur: Acteur, fn: (tx: Tx) => Promise<T>): Promise<T>
  /** Calls an operation through the transport's fixed order, answer checked; `cookie` is what it set, null if cleared. */
  appeler<C extends Contract, K extends keyof C & string>(
    module: { readonly contract: C; readonly liaisons: readonly Binding<Acteur>[] },
    nom: K,
    input: SentInputOf<C[K]>,
    appel: AppelDeTest,
  ): Promise<{ reponse: OutputOf<C[K]>; cookie: string | null | undefined }>
  /** Adds a second establishment, to prove that the first one does not see it. */
  autreEtablissement(): Promise<EtablissementId>
  fermer(): Promise<void>
}

async function insererEtablissement(test: TestDatabase): Promise<EtablissementId> {
  const id = uuidv7(MIDI.getTime())
  await test.admin.query(
    `insert into structures.etablissement (id, nom, service_nom, adresse, courriel, telephone, cree_a)
     values ($1, 'Centre hospitalier des Tilleuls', 'Relations avec les usagers', '{1 allée des Tilleuls}',
             'usagers@tilleuls.example', '01 99 00 00 00', $2)`,
    [id, MIDI],
  )
  return id as EtablissementId
}

function hoteDeTest(test: TestDatabase, maintenant: Date, acteur: Acteur): Host<Acteur> {
  return {
    authenticate: async () => acteur,
    keyOf: cleDe,
    access(a, permission) {
      if (permission === 'public') return 'granted'
      if (a.type !== 'agent') return 'unauthenticated'
      const estAccorde = permission === 'connecte' || autorise(a.role, permission, PERMISSIONS_DU_SOCLE)
      return estAccorde ? 'granted' : 'forbidden'
    },
    transaction: (a, mode, fn) => enTransaction(test.database, a, mode, fn),
    audit: (tx, a, { event, operation, refusal, criteria, subject }, survenueA) =>
      inscrireAuJournal(
        tx,
        a,
        { evenement: event, operation, refus: refusal, criteres: criteria, ...sujetDe(subject) },
        survenueA,
      ),
    now: () => maintenant,
    rateLimit: createRateLimit({ perSecond: 1000, burst: 1000 }),
    checkOutputs: true,
  }
}

/** A migrated database with one establishment, and what calls operations on it as anyone. Close it in `afterAll`. */
export async function ouvrirBanc(): Promise<Banc> {
  const test = await testDatabase()
  const etablissementId = await insererEtablissement(test)
  let rang = 0
  return {
    test,
    etablissementId,
    async agent(role, services = []) {
      const id = uuidv7(MIDI.getTime())
      rang += 1
      await test.admin.query(
        `insert into agents.agent (id, etablissement_id, identifiant, nom, prenom, role, services, mot_de_passe, cle_tri, cree_a)
         values ($1, $2, $3, $4, 'Camille', $5, $6, 'illisible', $3, $7)`,
        [id, etablissementId, `agent-${rang}`, `Essai ${rang}`, role, services, MIDI],
      )
      return {
        type: 'agent',
        agentId: id as AgentId,
        etablissementId,
        role,
        services: services as readonly StructureId[],
        conflits: [],
        fuseau: 'Europe/Paris',
        calendrier: 'metropole',
      }
    },
    lire: (acteur, fn) => enTransaction(test.database, acteur, 'read', fn),
    ecrire: (acteur, fn) => enTransaction(test.database, acteur, 'write', fn),
    async appeler({ contract, liaisons }, nom, input, appel) {
      const operation = contract[nom]
      const liaison = liaisons.find((l) => l.operation === operation)
      if (liaison === undefined || operation === undefined) throw new Error(`No operation ${nom}`)
      const { acteur = { type: 'anonyme' }, maintenant = MIDI } = appel
      let cookie: string | null | undefined
      const reponse = await execute(hoteDeTest(test, maintenant, acteur), liaison, {
        request: {
          correlationId: randomUUID(),
          address: appel.adresse ?? '192.0.2.1',
          cookies: { porte_voix_session: appel.cookie },
          isSecure: true,
          origin: 'https://localhost',
          linkToken: null,
        },
        raw: input,
        idempotencyKey: appel.cle ?? randomUUID(),
        upload: null,
        form: null,
        sessionCookie(valeur) {
          cookie = valeur
        },
      })
      return { reponse: operation.output.parse(reponse) as OutputOf<(typeof contract)[typeof nom]>, cookie }
    },
    autreEtablissement: () => insererEtablissement(test),
    fermer: () => test.close(),
  }
}
