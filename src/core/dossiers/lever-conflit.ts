import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { supprimerConflit, verrouillerDossier } from './store.ts'

/**
 * Gives a dossier back to an agent it was withheld from by mistake, or no longer concerned: from the next request on, that
 * agent sees it as their role and services allow. Throws `not-found` when no conflict was declared.
 */
export async function leverConflit(
  ctx: Contexte,
  { id, agentId, motif }: InputOf<typeof contract.leverConflit>,
): Promise<Record<string, never>> {
  await verrouillerDossier(ctx.tx, id, null)
  ctx.about({ dossierId: id, objectId: agentId })
  if (!(await supprimerConflit(ctx.tx, id, agentId))) throw new AppError('not-found')
  await enregistrerFaitSeul(ctx, id, {
    code: 'conflit-leve',
    survenuLe: aujourdHui(ctx),
    details: { agentId, par: agentDe(ctx).agentId },
    motif,
  })
  return {}
}
