import type { FileStore } from '#platform/files/index.ts'
import type { RegistreDesModeles } from './domain/modele.ts'

/** What the operations on letters receive from the composition root. */
export interface DependancesDesCourriers {
  readonly fichiers: FileStore
  readonly modeles: RegistreDesModeles
}

/** Of a template, in bytes: a letter with a logo is far below. */
export const TAILLE_MAX_DU_MODELE = 5 * 1024 * 1024
