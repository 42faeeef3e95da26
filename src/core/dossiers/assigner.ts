import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { isForeignKeyViolation } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { changerDossier, verrouillerDossier } from './store.ts'

type Op = typeof contract.assigner

/** Gives a dossier to an agent, or back to nobody. */
export async function assigner(ctx: Contexte, { id, version, agentId }: InputOf<Op>): Promise<OutputOf<Op>> {
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  ctx.about({ dossierId: id })
  if (dossier.assigneA === agentId) return { id, version: dossier.version }
  const nouvelle = await changerDossier(ctx.tx, id, { assigneA: agentId }, ctx.now).catch(
    (error: unknown) => {
      if (isForeignKeyViolation(error))
        throw new AppError('invalid', { champs: { agentId: 'Cet agent n’existe pas.' } })
      throw error
    },
  )
  await enregistrerFaitSeul(ctx, id, {
    code: 'dossier-assigne',
    survenuLe: aujourdHui(ctx),
    details: { agentId, par: agentDe(ctx).agentId },
  })
  return { id, version: nouvelle }
}
