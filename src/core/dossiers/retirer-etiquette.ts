import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { changerEtiquette } from './store-etiquettes.ts'

type Op = typeof contract.retirerEtiquette

/** Takes a label out of the vocabulary; where it was placed it stays. */
export async function retirerEtiquette(ctx: Contexte, { id, version }: InputOf<Op>): Promise<OutputOf<Op>> {
  ctx.about({ objectId: id })
  await changerEtiquette(ctx.tx, { id, version }, { retireeA: ctx.now })
  return {}
}
