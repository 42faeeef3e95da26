import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { cleDEtiquette } from './creer-etiquette.ts'
import { changerEtiquette, trouverEtiquette } from './store-etiquettes.ts'

type Op = typeof contract.renommerEtiquette

/** Other words for the same label, wherever it stands. Refused when another has them. */
export async function renommerEtiquette(
  ctx: Contexte,
  { id, version, libelle }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  ctx.about({ objectId: id })
  const cle = cleDEtiquette(libelle)
  const autre = await trouverEtiquette(ctx.tx, agentDe(ctx).etablissementId, cle)
  if (autre !== undefined && autre.id !== id)
    throw new AppError('invalid', { champs: { libelle: `« ${autre.libelle} » existe déjà.` } })
  await changerEtiquette(ctx.tx, { id, version }, { libelle, cle })
  return {}
}
