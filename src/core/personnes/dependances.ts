import type { Tx } from '#platform/db/index.ts'

/** What the operations on people receive from the composition root. */
export interface DependancesDesPersonnes {
  /** called in the transaction that corrected someone: what shows or finds a dossier by that name must follow */
  readonly personneCorrigee: (
    tx: Tx,
    personneId: string,
    avant: { readonly nom: string; readonly prenom: string },
    apres: { readonly nom: string; readonly prenom: string },
  ) => Promise<void>
}
