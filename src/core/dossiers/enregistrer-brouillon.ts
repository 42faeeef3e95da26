import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { ecrireBrouillon } from './store-brouillons.ts'

type Op = typeof contract.enregistrerBrouillon

/** Keeps what the agent is typing. Another agent's draft does not exist here: 404. */
export async function enregistrerBrouillon(
  ctx: Contexte,
  { id, type, contenu }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  const ecrit = await ecrireBrouillon(ctx.tx, {
    id,
    agentId: agentDe(ctx).agentId,
    type,
    contenu,
    modifieA: ctx.now,
  })
  if (!ecrit) throw new AppError('not-found')
  return { modifieA: ctx.now.toISOString() }
}
