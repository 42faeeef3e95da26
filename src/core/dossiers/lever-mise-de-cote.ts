import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { obtenirDossier } from './store.ts'
import { supprimerMiseDeCote } from './store-mises-de-cote.ts'

type Op = typeof contract.leverMiseDeCote

/** Back in the agent's lists before the day. Throws `not-found` outside the perimeter. */
export async function leverMiseDeCote(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  await obtenirDossier(ctx.tx, id, null)
  await supprimerMiseDeCote(ctx.tx, agentDe(ctx).agentId, id)
  return {}
}
