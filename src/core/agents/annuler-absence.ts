import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { noterAnnulation, trouverAbsence } from './store-absences.ts'

type Op = typeof contract.annulerAbsence

/** Back earlier, or not gone: what the replacement could do stops with it. Who may not is told that it does not exist. */
export async function annulerAbsence(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  const absence = await trouverAbsence(ctx.tx, id)
  if (absence === null) throw new AppError('not-found')
  ctx.about({ objectId: absence.agentId, details: { remplacant: absence.remplacantId } })
  const { agentId: annuleePar } = agentDe(ctx)
  if (!(await noterAnnulation(ctx.tx, id, { annuleeA: ctx.now, annuleePar }))) throw new AppError('forbidden')
  return {}
}
