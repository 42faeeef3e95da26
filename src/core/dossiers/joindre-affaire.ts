import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { mettreDansLAffaire, peutJoindre } from './affaires.ts'
import type { contract } from './contract.ts'

type Op = typeof contract.joindreAffaire

/** Adds a dossier to an affaire. `not-found` when the affaire is not seen, unless the dossier has just left it. */
export async function joindreAffaire(ctx: Contexte, { id, affaireId }: InputOf<Op>): Promise<OutputOf<Op>> {
  ctx.about({ dossierId: id, objectId: affaireId })
  if (!(await peutJoindre(ctx, id, affaireId))) throw new AppError('not-found')
  return { version: await mettreDansLAffaire(ctx, id, affaireId) }
}
