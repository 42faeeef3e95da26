import { nomsDesAgents } from '#core/agents/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { REFUS_COMMUNS } from './domain/rules.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { changerDossier, insererConflit, verrouillerDossier } from './store.ts'

/**
 * Withholds a dossier from an agent concerned by it: from the next request on, it no longer exists for that agent.
 * Throws `invalid` for an agent of elsewhere. Declared again, it changes nothing.
 */
export async function declarerConflit(
  ctx: Contexte,
  { id, agentId }: InputOf<typeof contract.declarerConflit>,
): Promise<Record<string, never>> {
  const { agentId: moi } = agentDe(ctx)
  const dossier = await verrouillerDossier(ctx.tx, id, null)
  ctx.about({ dossierId: id, objectId: agentId })
  if (agentId === moi) {
    throw new AppError('refused', { refus: 'conflit-avec-soi', message: REFUS_COMMUNS['conflit-avec-soi'] })
  }
  // The foreign key does not know the perimeter: an agent of another establishment would pass it.
  if (!(await nomsDesAgents(ctx.tx, [agentId])).has(agentId)) {
    throw new AppError('invalid', { champs: { agentId: 'Cet agent n’existe pas.' } })
  }
  const conflit = { dossierId: id, agentId, declareA: ctx.now, declarePar: moi }
  if (!(await insererConflit(ctx.tx, conflit))) return {}
  if (dossier.assigneA === agentId) await changerDossier(ctx.tx, id, { assigneA: null }, ctx.now)
  await enregistrerFaitSeul(ctx, id, {
    code: 'conflit-declare',
    survenuLe: aujourdHui(ctx),
    details: { agentId },
  })
  return {}
}
