import type { EtablissementId, Role } from '#core/journal/domain/acteur.ts'
import type { Database, Tx } from '#platform/db/index.ts'

export interface EtablissementAInstaller {
  readonly nom: string
  readonly finess: string
  readonly serviceNom: string
  readonly adresse: readonly string[]
  readonly courriel: string
  readonly telephone: string
  readonly tribunal: string
}

/** What the operations on accounts need from the composition root: modules to the right of this one, mostly. */
export interface DependancesDesAgents {
  /** for what commits whatever becomes of the call: tries at a password */
  readonly database: Database
  readonly permissionsDe: (role: Role) => readonly string[]
  /** the fictional data are loaded: the screens say so */
  readonly demonstration: boolean
  /** code shown once in the terminal, which proves that the visitor runs the machine */
  readonly codeInstallation: { verifier(code: string): boolean; consommer(): void }
  readonly creerEtablissement: (
    tx: Tx,
    id: EtablissementId,
    etablissement: EtablissementAInstaller,
    maintenant: Date,
  ) => Promise<void>
  readonly obtenirEtablissement: (tx: Tx) => Promise<{
    readonly id: string
    readonly nom: string
    readonly serviceNom: string
    readonly fuseau: string
  }>
  /** names of the structures of the establishment among these, by id */
  readonly nomsDesStructures: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** the legal day of an instant in a zone */
  readonly jourDe: (instant: Date, fuseau: string) => string
}
