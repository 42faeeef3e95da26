import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import { isForeignKeyViolation } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { REFUS_COMMUNS } from './domain/rules.ts'
import { changerDossier, insererConflit, verrouillerDossier } from './store.ts'

/** Withholds a dossier from an agent concerned by it: from the next request on, it no longer exists for that agent. */
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
  if (dossier.assigneA === agentId) await changerDossier(ctx.tx, id, { assigneA: null }, ctx.now)
  await insererConflit(ctx.tx, { dossierId: id, agentId, declareA: ctx.now, declarePar: moi }).catch(
    (error: unknown) => {
      if (isForeignKeyViolation(error))
        throw new AppError('invalid', { champs: { agentId: 'Cet agent n’existe pas.' } })
      throw error
    },
  )
  return {}
}
