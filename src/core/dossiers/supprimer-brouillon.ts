import type { Contexte } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { supprimerBrouillonEnBase } from './store-brouillons.ts'

/** Drops a draft; already gone is fine. */
export async function supprimerBrouillon(
  ctx: Contexte,
  { id }: InputOf<typeof contract.supprimerBrouillon>,
): Promise<Record<string, never>> {
  await supprimerBrouillonEnBase(ctx.tx, id)
  return {}
}
