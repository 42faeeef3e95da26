import type { Contexte } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { listerBrouillons as lire } from './store-brouillons.ts'

/** The drafts of the agent who asks, and nobody else's. */
export async function listerBrouillons(ctx: Contexte): Promise<OutputOf<typeof contract.listerBrouillons>> {
  const brouillons = await lire(ctx.tx)
  return {
    brouillons: brouillons.map((b) => ({
      id: b.id,
      type: b.type,
      contenu: typeof b.contenu === 'object' && b.contenu !== null ? { ...b.contenu } : {},
      modifieA: b.modifieA.toISOString(),
    })),
  }
}
