import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { trouverTronc } from './store-tronc.ts'

type Op = typeof contract.situer

/** Type and number of a dossier, so that a bare link finds its page. */
export async function situer(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  const tronc = await trouverTronc(ctx.tx, id)
  if (tronc === null) throw new AppError('not-found')
  return { id: tronc.id, type: tronc.type, numero: tronc.numero }
}
