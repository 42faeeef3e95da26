import type { Tx } from '#platform/db/index.ts'
import {
  type CodeDeReglage,
  REGLAGES,
  refusDeReglage,
  reglagesEnVigueur,
  type ValeursDeReglages,
} from './domain/reglages.ts'
import { listerDerniersReglages } from './store.ts'

export const estCodeDeReglage = (code: string): code is CodeDeReglage => Object.hasOwn(REGLAGES, code)

/**
 * The settings in force in an establishment: its last choices over the defaults. A choice that the code no longer knows,
 * or no longer allows, gives way to the default. One statement.
 */
export async function lireReglages(tx: Tx, etablissementId: string): Promise<ValeursDeReglages> {
  const choix: Partial<Record<CodeDeReglage, number>> = {}
  for (const { code, valeur } of await listerDerniersReglages(tx, etablissementId)) {
    if (estCodeDeReglage(code) && refusDeReglage(code, valeur) === null) choix[code] = valeur
  }
  return reglagesEnVigueur(choix)
}
