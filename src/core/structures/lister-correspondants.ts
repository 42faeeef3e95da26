import type { Contexte } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { listerCorrespondantsEnBase } from './store-correspondants.ts'

/** Who the hospital writes to, by name; those withdrawn say so. One statement. */
export async function listerCorrespondants(
  ctx: Contexte,
): Promise<OutputOf<typeof contract.listerCorrespondants>> {
  return { correspondants: await listerCorrespondantsEnBase(ctx.tx) }
}
