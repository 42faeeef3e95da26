import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { remplacerRangement } from './store-listes-enregistrees.ts'

type Op = typeof contract.rangerListes

/** The reader's own order, and the list that opens first. */
export async function rangerListes(ctx: Contexte, { ids, parDefaut }: InputOf<Op>): Promise<OutputOf<Op>> {
  await remplacerRangement(ctx.tx, agentDe(ctx).agentId, ids, parDefaut)
  return {}
}
