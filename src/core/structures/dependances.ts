import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import type { Tx } from '#platform/db/index.ts'

/** What the establishment receives from the composition root: deadlines come after it. */
export interface DependancesDesStructures {
  /** public holidays an establishment may observe */
  readonly calendriers: readonly { readonly code: string; readonly libelle: string }[]
  /** called in the transaction that changes the zone or the calendar: stored deadlines must be computed again */
  readonly reglageChange: (tx: Tx, etablissementId: EtablissementId) => Promise<void>
}
