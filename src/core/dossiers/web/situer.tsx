import { useEffect } from 'react'
import { useGoTo, usePathParam } from '#platform/web/navigation.ts'
import { Page } from '#platform/web/page.tsx'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { contract } from '../contract.ts'
import { cheminParIdentifiant } from './paths.ts'
import { useCheminDuDossier } from './types-context.ts'

/** A dossier known by its id only: finds its type, then its page. */
export function SituerLeDossier() {
  const id = usePathParam('id')
  const goTo = useGoTo()
  const cheminDuDossier = useCheminDuDossier()
  const query = useOperation(contract.situer, { id })
  const type = query.data?.type
  useEffect(() => {
    if (type === undefined) return
    const chemin = cheminDuDossier(type, id)
    if (chemin !== cheminParIdentifiant(id)) goTo(chemin, { replace: true })
  }, [type, id, goTo, cheminDuDossier])
  return (
    <Page>
      <QueryView query={query} loading={<PageSkeleton />}>
        {() => <PageSkeleton />}
      </QueryView>
    </Page>
  )
}
