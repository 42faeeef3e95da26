import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { changerEtablissement, verrouillerEtablissement } from './store.ts'

type Op = typeof contract.modifierEtablissement

/** Changes what letters say of the establishment. Throws `stale`, with what it is now, when someone was faster. */
export async function modifierEtablissement(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { version, ...saisie } = entree
  const avant = await verrouillerEtablissement(ctx.tx)
  if (avant === null) throw new AppError('not-found')
  ctx.about({ objectId: avant.id })
  if (avant.version !== version) throw new AppError('stale', { actuel: avant })
  return { version: await changerEtablissement(ctx.tx, avant.id, saisie) }
}
