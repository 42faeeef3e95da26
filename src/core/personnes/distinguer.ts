import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { listerComparables } from './store-rapprochements.ts'
import { insererDistinction } from './store-registre.ts'

type Op = typeof contract.distinguer

/** Two records are two people, says the agent: they are not suggested again. `not-found` when one of them is not seen. */
export async function distinguer(ctx: Contexte, { id, autreId }: InputOf<Op>): Promise<OutputOf<Op>> {
  const lues = await listerComparables(ctx.tx, [id, autreId])
  if (lues.length < 2) throw new AppError('not-found')
  ctx.about({ objectId: id, details: { autreId } })
  const { agentId } = agentDe(ctx)
  await insererDistinction(ctx.tx, { uneId: id, autreId, distingueesA: ctx.now, agentId })
  return {}
}
