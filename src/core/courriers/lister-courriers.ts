import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { CourrierVu } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { listerCourriersEnBase } from './store-courriers.ts'
import { listerSignatairesEnBase } from './store-vie.ts'
import { vueDuCourrier } from './vue-du-courrier.ts'

/**
 * The letters of a dossier as its page shows them, newest first, with what may be done by who asks; empty outside the
 * perimeter. Two statements, one when there is no letter. `estClos`: the dossier is closed, and so are they.
 */
export async function listerCourriers(
  ctx: Pick<Contexte, 'tx' | 'principal' | 'now'>,
  d: DependancesDesCourriers,
  dossier: { readonly id: string; readonly estClos: boolean },
): Promise<CourrierVu[]> {
  agentDe(ctx)
  const courriers = await listerCourriersEnBase(ctx.tx, dossier.id)
  if (courriers.length === 0) return []
  const signataires = await listerSignatairesEnBase(ctx.tx)
  const lecteur = { principal: ctx.principal, now: ctx.now, estClos: dossier.estClos, signataires }
  return courriers.map((c) => vueDuCourrier(d, c, lecteur))
}
