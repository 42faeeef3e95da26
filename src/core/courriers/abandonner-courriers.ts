import type { Ecriture } from '#core/dossiers/index.ts'
import { agentDe } from '#core/journal/index.ts'
import { actualiserAttentes } from './actualiser-attentes.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { abandonnerCourriers } from './store-vie.ts'

/**
 * Gives up letters that have not left, with what they were for. The dossier is locked, and the reason told, by the caller.
 */
export async function abandonnerLesCourriers(
  e: Ecriture,
  d: Pick<DependancesDesCourriers, 'modeles'>,
  a: { readonly dossierId: string; readonly courrierIds: readonly string[]; readonly motif: string },
): Promise<void> {
  const { agentId, etablissementId } = agentDe(e)
  await abandonnerCourriers(e.tx, a.courrierIds, { a: e.now, par: agentId, motif: a.motif })
  await actualiserAttentes(e, d, { id: a.dossierId, etablissementId })
}
