import { lireReglages } from '#core/echeances/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Cibles } from './domain/dates.ts'

/** The days the department chose for its requests. One statement. */
export async function lireCibles(tx: Tx, etablissementId: string): Promise<Cibles> {
  const reglages = await lireReglages(tx, etablissementId)
  return {
    explications: reglages['echeances.cible-explications'],
    rappel: reglages['echeances.cible-rappel'],
    validiteDuLien: reglages['echeances.validite-du-lien'],
  }
}
