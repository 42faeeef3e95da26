import type { FileStore } from '#platform/files/index.ts'

/** What the operations on pieces receive from the composition root. */
export interface DependancesDesPieces {
  readonly fichiers: FileStore
  /** of one file, in bytes */
  readonly tailleMax: number
}
