import { nomsDesAgents } from '#core/agents/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { exigerService } from './exiger-service.ts'

/** Throws `invalid` beside the field when the service or the agent who owes a measure is not of the establishment. */
export async function exigerResponsables(
  tx: Tx,
  { structureId, agentId }: { readonly structureId: string | null; readonly agentId: string | null },
): Promise<void> {
  await exigerService(tx, structureId, 'structureId')
  if (agentId === null || (await nomsDesAgents(tx, [agentId])).has(agentId)) return
  throw new AppError('invalid', { champs: { agentId: 'Cet agent n’existe pas.' } })
}
