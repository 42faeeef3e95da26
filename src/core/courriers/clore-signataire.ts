import { aujourdHui } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import { cloreSignataireEnBase } from './store-vie.ts'

/** From today on, this delegation no longer signs; what it signed stays signed. */
export async function cloreSignataire(ctx: Contexte, { id }: { id: string }): Promise<Record<string, never>> {
  ctx.about({ objectId: id })
  const cloture = { closLe: aujourdHui(ctx), closPar: agentDe(ctx).agentId }
  if (!(await cloreSignataireEnBase(ctx.tx, id, cloture))) throw new AppError('not-found')
  return {}
}
