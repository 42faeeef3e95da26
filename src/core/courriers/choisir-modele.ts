import type { Tx } from '#platform/db/index.ts'
import type { Champs } from './domain/balise.ts'
import type { ModeleDeCourrier } from './domain/modele.ts'
import { type ModeleEnUsage, trouverModeleEnUsage } from './store.ts'

/** A template and the version of the hospital to fill, or null for the one shipped with the application. */
export interface ModeleChoisi<C extends object = object> {
  readonly modele: ModeleDeCourrier<C>
  readonly depose: ModeleEnUsage | null
}

/** The hospital's last version that was not withdrawn, or the shipped one. One statement. */
export async function choisirModele<C extends Champs>(
  tx: Tx,
  modele: ModeleDeCourrier<C>,
): Promise<ModeleChoisi<C>> {
  return { modele, depose: await trouverModeleEnUsage(tx, modele.code) }
}
