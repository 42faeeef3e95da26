import { lireObjet } from '#core/pieces/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { FileStore } from '#platform/files/index.ts'
import type { ModeleChoisi } from './choisir-modele.ts'
import { type DependancesDesCourriers, TAILLE_MAX_DU_MODELE } from './dependances.ts'
import type { ModeleDeCourrier } from './domain/modele.ts'
import { trouverModeleEnUsage } from './store.ts'

/** A template of the registry. Throws `not-found` on an unknown code. */
export function obtenirModele(d: DependancesDesCourriers, code: string): ModeleDeCourrier {
  const modele = d.modeles.trouver(code)
  if (modele === null) throw new AppError('not-found', { message: 'Ce modèle de courrier n’existe pas.' })
  return modele
}

/** The same, with the version in use. */
export async function obtenirChoisi(
  d: DependancesDesCourriers,
  read: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>,
  code: string,
): Promise<ModeleChoisi> {
  const modele = obtenirModele(d, code)
  return { modele, depose: await read((tx) => trouverModeleEnUsage(tx, code)) }
}

/** The .docx to fill. */
export async function contenuDuModele(
  fichiers: FileStore,
  { modele, depose }: ModeleChoisi,
): Promise<Uint8Array> {
  if (depose === null) return modele.contenuParDefaut()
  const { objetCle: key, taille: size, cleEnveloppee: wrappedKey, cleId: keyId } = depose
  const { octets } = await lireObjet(fichiers, { key, size, wrappedKey, keyId }, TAILLE_MAX_DU_MODELE)
  return octets
}
