import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { exigerFaitsPasses } from './creer-affaire.ts'
import { changerAffaire, verrouillerAffaire } from './store-affaires.ts'

type Op = typeof contract.modifierAffaire

/** Renames an affaire, its day or its reason, on the version read. */
export async function modifierAffaire(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, version, titre, depuisLe, motif } = entree
  exigerFaitsPasses(ctx, depuisLe)
  const lue = await verrouillerAffaire(ctx.tx, id)
  if (lue === null) throw new AppError('not-found')
  ctx.about({ objectId: id })
  if (lue.version !== version)
    throw new AppError('stale', {
      actuel: { version: lue.version, titre: lue.titre, depuisLe: lue.depuisLe, motif: lue.motif },
    })
  return {
    version: await changerAffaire(ctx.tx, id, { titre, depuisLe, motif: motif.trim(), modifieeA: ctx.now }),
  }
}
