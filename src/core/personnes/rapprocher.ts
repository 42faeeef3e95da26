import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { supprimerDistinction } from './store-registre.ts'

type Op = typeof contract.rapprocher

/** Two records may be one after all: they are suggested to each other again. `not-found` when nobody had told them apart. */
export async function rapprocherDeNouveau(
  ctx: Contexte,
  { id, autreId }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  if (!(await supprimerDistinction(ctx.tx, id, autreId))) throw new AppError('not-found')
  ctx.about({ objectId: id, details: { autreId } })
  return {}
}
