import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { listerAgentsEnBase } from './store.ts'

type Op = typeof contract.listerAgents

/** Every account of the establishment, by name. */
export async function listerAgents(ctx: Contexte, _input: InputOf<Op>): Promise<OutputOf<Op>> {
  return { agents: await listerAgentsEnBase(ctx.tx) }
}
