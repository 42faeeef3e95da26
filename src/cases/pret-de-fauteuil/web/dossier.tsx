import { Chronologie, PageDeDossier, RecitDuDossier, TransitionsDuDossier } from '#core/dossiers/web/index.ts'
import { Card } from '#platform/web/card.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { usePathParam } from '#platform/web/navigation.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { contract } from '../contract.ts'

/** The page of a dossier: the shared parts, and what is its own. */
export function PageDuDossier() {
  const id = usePathParam('id')
  const query = useOperation(contract.obtenir, { id })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {({ tronc, fauteuil }) => (
        <PageDeDossier
          key={tronc.id}
          tronc={tronc}
          surtitre={`ouvert le ${formatDay(tronc.recuLe)}`}
          avecEcheances={tronc.echeances.length > 0}
          actions={<TransitionsDuDossier principale="rendre" />}
        >
          <Card title="Fauteuil">{fauteuil}</Card>
          {tronc.recits.length > 0 && <RecitDuDossier />}
          <Chronologie />
        </PageDeDossier>
      )}
    </QueryView>
  )
}
