import { type DependancesDesDossiers, lireTronc } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import type { Permission } from '../../domain/permissions.ts'
import { type RefusDeContact, refusDePrevoir, refusDeTransformer } from '../../domain/rules.ts'
import { listerSuites, obtenirContact } from '../store.ts'

type Op = typeof contract.obtenir

const INTERDIT = { code: 'permission-manquante' } as const

/** A contact with everything its page shows. */
export function obtenir(dossiers: DependancesDesDossiers) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { devenuId, ...vu } = await obtenirContact(ctx.tx, id)
    const { tronc } = await lireTronc(ctx, dossiers, id)
    const suites = await listerSuites(ctx.tx, id)
    const { role } = agentDe(ctx)
    const si = (refus: RefusDeContact | null) =>
      dossiers.peut(role, 'contacts.suivre' satisfies Permission) ? refus : INTERDIT
    return {
      ...vu,
      tronc,
      suites: suites.map((suite) => ({ ...suite, finieA: suite.finieA?.toISOString() ?? null })),
      actions: {
        modifier: si(null),
        prevoir: si(refusDePrevoir(tronc.estClos)),
        terminer: si(null),
        transformer: si(refusDeTransformer(devenuId)),
      },
    }
  }
}
