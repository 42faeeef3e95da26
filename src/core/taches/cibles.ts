import type { ValeursDeReglages } from '#core/echeances/domain/reglages.ts'
import { lireReglages } from '#core/echeances/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Cibles } from './domain/dates.ts'

/** The days the department chose for its requests, among all its settings. */
export const ciblesDe = (reglages: ValeursDeReglages): Cibles => ({
  explications: reglages['echeances.cible-explications'],
  rappel: reglages['echeances.cible-rappel'],
  relance: reglages['echeances.cible-relance'],
  hierarchie: reglages['echeances.cible-hierarchie'],
  validiteDuLien: reglages['echeances.validite-du-lien'],
})

/** The same, read. One statement. */
export const lireCibles = async (tx: Tx, etablissementId: string): Promise<Cibles> =>
  ciblesDe(await lireReglages(tx, etablissementId))
