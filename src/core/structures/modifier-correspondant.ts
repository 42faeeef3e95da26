import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { NOM_DE_CORRESPONDANT_PRIS } from './domain/labels.ts'
import { changerCorrespondant, nomEstPris, verrouillerCorrespondant } from './store-correspondants.ts'

type Op = typeof contract.modifierCorrespondant

/** Corrects a correspondent, withdraws it or takes it back; letters already made do not change. `stale` when someone was faster. */
export async function modifierCorrespondant(
  ctx: Contexte,
  { id, version, ...saisi }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  const avant = await verrouillerCorrespondant(ctx.tx, id)
  if (avant === null) throw new AppError('not-found')
  ctx.about({ objectId: id, details: { estRetire: saisi.estRetire } })
  if (avant.version !== version) throw new AppError('stale', { actuel: avant })
  if (!saisi.estRetire && (await nomEstPris(ctx.tx, saisi.nom, id)))
    throw new AppError('invalid', { champs: { nom: NOM_DE_CORRESPONDANT_PRIS } })
  return { id, version: await changerCorrespondant(ctx.tx, id, saisi, ctx.now) }
}
