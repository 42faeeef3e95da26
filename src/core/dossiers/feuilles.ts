import type { Tx } from '#platform/db/index.ts'
import type { Cell, SheetColumn } from '#platform/documents/index.ts'

/**
 * A way to export lists with more rows than dossiers: one per grief, one per request… A case type declares it, the
 * composition root wires it: the spine knows none.
 */
export interface FeuilleDExport {
  readonly code: string
  /** the type of dossier it is about: its rows are those dossiers only */
  readonly type: string
  readonly libelle: string
  readonly permission: string
  /** its columns, after those that tell the dossier */
  readonly colonnes: readonly SheetColumn[]
  /** The rows of some dossiers, by dossier: one statement. `peut` says what the reader may do. */
  lire(
    tx: Tx,
    dossierIds: readonly string[],
    peut: (permission: string) => boolean,
  ): Promise<ReadonlyMap<string, readonly (readonly Cell[])[]>>
}

/** The sheet of one row per dossier, always there. */
export const FEUILLE_DES_DOSSIERS = 'dossiers'
