import type { Tx } from '#platform/db/index.ts'
import { GARDE_DES_BROUILLONS_EN_JOURS } from './domain/brouillon.ts'
import { supprimerBrouillonsAnciens } from './store-brouillons.ts'

/** Removes so many drafts nobody touched for long, whoever wrote them. Returns how many; repeat until fewer. */
export function purgerBrouillons(tx: Tx, maintenant: Date, limite: number): Promise<number> {
  const avant = new Date(maintenant.getTime() - GARDE_DES_BROUILLONS_EN_JOURS * 86_400_000)
  return supprimerBrouillonsAnciens(tx, avant, limite)
}
