import { type TacheVue, contract as taches } from '#core/taches/contract.ts'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'

/** What one service was asked about one grief, and what it answered. */
export interface Explication {
  readonly tache: TacheVue
  /** null until the answer is sent, or when this point was left aside */
  readonly reponse: string | null
}

/** Requests to services by grief; empty for roles that may not read them, and while they load. */
export function useExplications(dossierId: string): (griefId: string) => readonly Explication[] {
  const { can } = useWebSession()
  const query = useOperation(taches.lister, { id: dossierId }, { enabled: can('taches.consulter') })
  const demandes = query.data?.taches ?? []
  return (griefId) =>
    demandes
      .filter(({ nature, etat }) => nature === 'explications' && etat !== 'annulee')
      .flatMap((tache) =>
        tache.sujets.filter(({ sujetId }) => sujetId === griefId).map(({ reponse }) => ({ tache, reponse })),
      )
}
