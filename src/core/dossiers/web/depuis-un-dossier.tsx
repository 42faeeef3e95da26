import type { ReactNode } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { contract } from '../contract.ts'

/** What a dossier says to one of another type made from it. */
export type OrigineVue = OutputOf<typeof contract.obtenirOrigine>

/** An intake that starts from another dossier: read once, what is typed afterwards is not replaced. */
export function DepuisUnDossier({
  id,
  children,
}: {
  id: string
  children: (origine: OrigineVue) => ReactNode
}) {
  const query = useOperation(contract.obtenirOrigine, { id }, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {children}
    </QueryView>
  )
}
