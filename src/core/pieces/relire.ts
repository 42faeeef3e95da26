import type { Contexte } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import { obtenirPiece } from './obtenir.ts'
import { demanderLectures } from './store-lectures.ts'

/** The text of a piece of a dossier is read again, once the transaction is over. 404 outside the perimeter, and for a deposit. */
export async function relire(ctx: Contexte, input: { id: string }): Promise<Record<string, never>> {
  const { dossierId } = await obtenirPiece(ctx.tx, input.id)
  if (dossierId === null) throw new AppError('not-found')
  ctx.about({ dossierId, objectId: input.id })
  await demanderLectures(ctx.tx, [input.id])
  return {}
}
