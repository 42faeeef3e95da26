import type { Ecriture } from '#core/dossiers/index.ts'
import { agentDe } from '#core/journal/index.ts'
import { oublierLeTexte } from '#core/pieces/index.ts'
import { actualiserAttentes } from './actualiser-attentes.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import type { EtatDeCourrier } from './domain/etat.ts'
import { refuserSi } from './refuser.ts'
import { etatDe } from './situation.ts'
import { listerCourriersEnBase } from './store-courriers.ts'
import { abandonnerCourriers } from './store-vie.ts'

const DEPARTS: readonly EtatDeCourrier[] = ['en-envoi', 'a-verifier']

/**
 * Gives up letters with what they were for, or because another takes their place. The dossier is locked, and the reason told,
 * by the caller. `refused` while one of them may have left.
 */
export async function abandonnerLesCourriers(
  e: Ecriture,
  d: Pick<DependancesDesCourriers, 'modeles'>,
  a: {
    readonly dossierId: string
    readonly courriers: { readonly ids: readonly string[] } | { readonly code: string }
    readonly motif: string
  },
): Promise<void> {
  const { agentId, etablissementId } = agentDe(e)
  const { courriers } = a
  const restants = (await listerCourriersEnBase(e.tx, a.dossierId)).filter(
    (c) =>
      c.envoyeLe === null &&
      !c.estAbandonne &&
      ('code' in courriers ? c.code === courriers.code : courriers.ids.includes(c.id)),
  )
  if (restants.some((c) => DEPARTS.includes(etatDe(c, e.now)))) refuserSi('envoi-a-verifier')
  const ids = restants.map(({ id }) => id)
  await abandonnerCourriers(e.tx, ids, { a: e.now, par: agentId, motif: a.motif })
  for (const { pieceId } of restants) await oublierLeTexte(e.tx, { dossierId: a.dossierId, pieceId })
  await actualiserAttentes(e, d, { id: a.dossierId, etablissementId })
}
