import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AppError } from '#platform/errors.ts'
import type { FileStore, ObjectRef } from '#platform/files/index.ts'

/** The bytes of a piece the acteur may see. A missing object is an incident, not something out of the perimeter. */
export async function ouvrirObjet(
  fichiers: FileStore,
  objet: ObjectRef,
  octets?: { start: number; end: number },
): Promise<Readable> {
  try {
    return await fichiers.get(objet, octets)
  } catch (error) {
    if (error instanceof AppError)
      throw new Error(`Object ${objet.key} is missing from the store`, { cause: error })
    throw error
  }
}

/** The first `maximum` bytes of a piece, in memory; `complet` says whether that is all of it. */
export async function lireObjet(
  fichiers: FileStore,
  objet: ObjectRef,
  maximum: number,
): Promise<{ octets: Buffer; complet: boolean }> {
  const complet = objet.size <= maximum
  const flux = await ouvrirObjet(fichiers, objet, complet ? undefined : { start: 0, end: maximum - 1 })
  return { octets: await buffer(flux), complet }
}
