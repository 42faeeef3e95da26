import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesStructures } from './dependances.ts'
import { changerEtablissement, verrouillerEtablissement } from './store.ts'

type Op = typeof contract.modifierEtablissement

/**
 * Changes what letters say of the establishment, its zone and its public holidays: deadlines are then computed again.
 * Throws `stale`, with what it is now, when someone was faster.
 */
export function modifierEtablissement(d: DependancesDesStructures) {
  return async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { version, ...saisie } = entree
    const avant = await verrouillerEtablissement(ctx.tx)
    if (avant === null) throw new AppError('not-found')
    ctx.about({ objectId: avant.id })
    if (avant.version !== version) throw new AppError('stale', { actuel: avant })
    const { fuseau = avant.fuseau, calendrier = avant.calendrier } = saisie
    if (!d.calendriers.some(({ code }) => code === calendrier)) {
      throw new AppError('invalid', { champs: { calendrier: 'Choisissez un calendrier de la liste.' } })
    }
    const nouvelle = await changerEtablissement(ctx.tx, avant.id, { ...saisie, fuseau, calendrier })
    if (fuseau !== avant.fuseau || calendrier !== avant.calendrier) {
      ctx.about({ details: { fuseau, calendrier } })
      await d.reglageChange(ctx.tx, agentDe(ctx).etablissementId)
    }
    return { version: nouvelle }
  }
}
