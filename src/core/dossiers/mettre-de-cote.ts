import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { REFUS_DE_MISE_DE_COTE, refusDeMettreDeCote } from './domain/mise-de-cote.ts'
import { aujourdHui } from './ecriture.ts'
import { remplacerMiseDeCote, trouverEcheanceDe } from './store-mises-de-cote.ts'

type Op = typeof contract.mettreDeCote

/** Out of the agent's own lists until a day. Throws `not-found` outside the perimeter, `invalid` past the next deadline. */
export async function mettreDeCote(
  ctx: Contexte,
  { id, jusquAu, motif }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  const dossier = await trouverEcheanceDe(ctx.tx, id)
  if (dossier === undefined) throw new AppError('not-found')
  const refus = refusDeMettreDeCote(dossier, jusquAu, aujourdHui(ctx))
  if (refus !== null)
    throw new AppError('invalid', { champs: { jusquAu: REFUS_DE_MISE_DE_COTE[refus.code] } })
  const { agentId } = agentDe(ctx)
  await remplacerMiseDeCote(ctx.tx, { agentId, dossierId: id, jusquAu, motif, poseeA: ctx.now })
  return {}
}
