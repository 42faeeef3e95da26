import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { ObjectRef } from '#platform/files/index.ts'
import type { PieceVue } from './contract.ts'
import { trouverLigne } from './store.ts'
import { objetDe, vueDe } from './vue.ts'

export interface PieceObtenue extends PieceVue {
  readonly dossierId: string | null
  /** what FileStore.get needs */
  readonly objet: ObjectRef
}

/** One piece of the perimeter, or a deposit of the acteur. Throws `not-found`. */
export async function obtenirPiece(tx: Tx, id: string): Promise<PieceObtenue> {
  const ligne = await trouverLigne(tx, id)
  if (ligne === null) throw new AppError('not-found')
  return { ...vueDe(ligne), dossierId: ligne.dossierId, objet: objetDe(ligne) }
}
