import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { listerStructuresEnBase } from './store.ts'

type Op = typeof contract.lister

/** Every structure of the establishment, by name; the screen builds the tree. */
export async function lister(ctx: Contexte, _entree: InputOf<Op>): Promise<OutputOf<Op>> {
  return { structures: await listerStructuresEnBase(ctx.tx) }
}
