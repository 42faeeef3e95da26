import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { isPermissionDenied } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { REFUS_COMMUNS } from './domain/rules.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { changerDossier, verrouillerDossier } from './store.ts'
import { peutRecevoirLeDossier } from './store-refus.ts'

type Op = typeof contract.assigner

const REFUS = 'assignation-hors-de-vue'

/**
 * Gives a dossier to an agent, or back to nobody. Throws `invalid` for someone who may not work on it, and `refused` when
 * the one who gives it away sees it only because it is theirs: row-level security keeps them from hiding it.
 */
export async function assigner(ctx: Contexte, { id, version, agentId }: InputOf<Op>): Promise<OutputOf<Op>> {
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  ctx.about({ dossierId: id })
  if (dossier.assigneA === agentId) return { id, version: dossier.version }
  if (agentId !== null && !(await peutRecevoirLeDossier(ctx.tx, id, agentId))) {
    throw new AppError('invalid', {
      champs: { agentId: 'Cette personne ne peut pas suivre ce dossier. Choisissez-en une autre.' },
    })
  }
  const nouvelle = await changerDossier(ctx.tx, id, { assigneA: agentId }, ctx.now).catch(
    (error: unknown) => {
      if (isPermissionDenied(error))
        throw new AppError('refused', { refus: REFUS, message: REFUS_COMMUNS[REFUS] })
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
