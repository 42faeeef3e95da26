import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { PERMISSIONS_DU_SOCLE } from '#core/agents/domain/permissions.ts'
import type {
  Acteur,
  ActeurAgent,
  AgentId,
  DossierId,
  EtablissementId,
  Role,
  StructureId,
} from '#core/journal/domain/acteur.ts'
import { cleDe } from '#core/journal/domain/acteur.ts'
import { enTransaction, inscrireAuJournal } from '#core/journal/index.ts'
import type { EngineKind } from '#platform/db/engine.ts'
import type { Database, Tx } from '#platform/db/index.ts'
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts'
import { createFileStore, ephemeralMainKeys, type FileStore } from '#platform/files/index.ts'
import {
  type AuditEntry,
  type Binding,
  createRateLimit,
  type Download,
  execute,
  type Host,
} from '#platform/http/index.ts'
import { uuidv7 } from '#platform/uuid.ts'

/** The clock of the tests: a Tuesday morning. */
export const MAINTENANT = new Date('2026-03-03T09:00:00Z')

export interface Envoi {
  readonly nom: string
  readonly contenu: Uint8Array | string | Readable
}

/** A database, a file store and a transport, as the server composes them. */
export interface Banc {
  readonly base: TestDatabase
  readonly fichiers: FileStore
  readonly etablissementId: EtablissementId
  maintenant: Date
  /** every audited event since the start, oldest first */
  readonly traces: AuditEntry[]
  agent(
    role: Role,
    options?: { services?: readonly string[]; conflits?: readonly string[] },
  ): Promise<ActeurAgent>
  dossier(options?: { services?: readonly string[]; classe?: string; objet?: string }): Promise<string>
  /** calls an operation as the transport would */
  appeler<T>(acteur: Acteur, operation: string, input: object, envoi?: Envoi): Promise<T>
  telecharger(
    acteur: Acteur,
    operation: string,
    input: object,
  ): Promise<Omit<Download, 'content'> & { octets: Buffer }>
  ecrire<T>(acteur: Acteur, fn: (tx: Tx) => Promise<T>): Promise<T>
  /** keys of the objects on disk */
  objets(): Promise<string[]>
  chemins(): Promise<string[]>
  lignes(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  fermer(): Promise<void>
}

const identifiant = (): string => uuidv7(Date.now())

export async function ouvrirBanc(
  routes: (fichiers: FileStore, database: Database) => readonly Binding<Acteur>[],
  moteur?: EngineKind,
): Promise<Banc> {
  const base = await testDatabase(moteur)
  const dossierTemporaire = await mkdtemp(join(tmpdir(), 'pieces-'))
  const fichiers = createFileStore({ directory: dossierTemporaire, keys: ephemeralMainKeys() })
  const etablissementId = identifiant() as EtablissementId
  await base.admin.query(
    `insert into structures.etablissement (id, nom, service_nom, adresse, courriel, telephone, cree_a)
     values ($1, 'Centre hospitalier des Trois-Rivières', 'Relations avec les usagers',
             '{1 rue des Tilleuls,99999 VILLENEUVE}', 'usagers@ch-trois-rivieres.example', '01 99 00 00 00', $2)`,
    [etablissementId, MAINTENANT],
  )
  const traces: AuditEntry[] = []
  const liaisons = new Map(routes(fichiers, base.database).map((liaison) => [liaison.name, liaison]))
  const banc: Banc = {
    base,
    fichiers,
    etablissementId,
    maintenant: MAINTENANT,
    traces,
    agent: (role, options = {}) => creerAgent(base, etablissementId, role, options),
    dossier: (options = {}) => creerDossier(base, etablissementId, options),
    async appeler<T>(acteur: Acteur, operation: string, input: object, envoi?: Envoi) {
      const liaison = liaisons.get(operation)
      if (liaison === undefined) throw new Error(`Unknown operation: ${operation}`)
      const reponse = await execute(hoteDe(banc, acteur), liaison, {
        request: {
          correlationId: 'essai',
          address: '127.0.0.1',
          cookies: {},
          isSecure: false,
          origin: 'http://localhost',
          linkToken: null,
        },
        raw: input,
        idempotencyKey: identifiant(),
        upload: envoi === undefined ? null : televersementDe(envoi),
        form: null,
        sessionCookie: () => undefined,
      })
      return reponse as T
    },
    async telecharger(acteur, operation, input) {
      const { content, ...reste } = await banc.appeler<Download>(acteur, operation, input)
      return { ...reste, octets: Buffer.isBuffer(content) ? content : await buffer(content) }
    },
    ecrire: (acteur, fn) => enTransaction(base.database, acteur, 'write', fn),
    objets: async () => (await fichiersDe(dossierTemporaire)).map(({ name }) => name),
    chemins: async () =>
      (await fichiersDe(dossierTemporaire)).map(({ parentPath, name }) => join(parentPath, name)),
    lignes: async (sql, values = []) => (await base.admin.query(sql, values)).rows,
    async fermer() {
      await base.close()
      await rm(dossierTemporaire, { recursive: true, force: true })
    },
  }
  return banc
}

const fichiersDe = async (chemin: string) =>
  (await readdir(chemin, { recursive: true, withFileTypes: true })).filter((entree) => entree.isFile())

const televersementDe = ({ nom, contenu }: Envoi) => ({
  fileName: nom,
  declaredType: 'application/octet-stream',
  content:
    contenu instanceof Readable
      ? contenu
      : Readable.from([Buffer.from(contenu as Uint8Array)], { objectMode: false }),
})

function hoteDe(banc: Banc, acteur: Acteur): Host<Acteur> {
  const permissions: Readonly<Record<string, readonly Role[]>> = PERMISSIONS_DU_SOCLE
  return {
    authenticate: async () => acteur,
    keyOf: cleDe,
    access: (qui, permission) =>
      qui.type === 'agent' && permissions[permission]?.includes(qui.role) ? 'granted' : 'forbidden',
    transaction: (qui, mode, fn) => enTransaction(banc.base.database, qui, mode, fn),
    async audit(tx, qui, entree, maintenant) {
      banc.traces.push(entree)
      const { event, outcome, refusal, subject } = entree
      const { dossierId, ...details } = subject
      const inscription = { evenement: event, refus: outcome === 'refused' ? refusal : null }
      const visee = typeof dossierId === 'string' ? { dossierId } : {}
      await inscrireAuJournal(
        tx,
        qui,
        { ...inscription, ...visee, criteres: JSON.stringify(details) },
        maintenant,
      )
    },
    now: () => banc.maintenant,
    rateLimit: createRateLimit({ burst: 10_000, perSecond: 10_000 }),
    checkOutputs: true,
  }
}

async function creerAgent(
  base: TestDatabase,
  etablissementId: EtablissementId,
  role: Role,
  options: { services?: readonly string[]; conflits?: readonly string[] },
): Promise<ActeurAgent> {
  const agentId = identifiant()
  await base.admin.query(
    `insert into agents.agent (id, etablissement_id, identifiant, nom, prenom, role, mot_de_passe, cle_tri, cree_a)
     values ($1, $2, $3, 'Morel', 'Claude', $4, 'x', 'morel', $5)`,
    [agentId, etablissementId, `agent-${agentId}`, role, MAINTENANT],
  )
  return {
    type: 'agent',
    agentId: agentId as AgentId,
    etablissementId,
    role,
    services: (options.services ?? []) as StructureId[],
    conflits: (options.conflits ?? []) as DossierId[],
    fuseau: 'Europe/Paris',
    calendrier: 'metropole',
  }
}

let rang = 0

async function creerDossier(
  base: TestDatabase,
  etablissementId: EtablissementId,
  options: { services?: readonly string[]; classe?: string; objet?: string },
): Promise<string> {
  const id = identifiant()
  rang += 1
  const numero = `REC-2026-${String(rang).padStart(5, '0')}`
  await base.admin.query(
    `insert into dossiers.dossier (id, etablissement_id, affaire_id, type, annee, rang, numero, etat, classe, objet,
                                   recu_le, services, cree_a, modifie_a)
     values ($1, $2, $1, 'reclamation', 2026, $3, $4, 'recu', $5, $6, '2026-03-02', $7, $8, $8)`,
    [
      id,
      etablissementId,
      rang,
      numero,
      options.classe ?? 'ordinaire',
      options.objet ?? 'Attente aux urgences',
      options.services ?? [],
      MAINTENANT,
    ],
  )
  return id
}
