import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { callOperation } from '#platform/web/client.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatCount, formatDate } from '#platform/web/formats.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { ProblemView } from '#platform/web/problem-view.tsx'
import { keyOf } from '#platform/web/query.ts'
import { ListSkeleton } from '#platform/web/skeleton.tsx'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { contract } from '../contract.ts'
import classes from './dossier.module.css'
import { cheminDeLAffaire } from './paths.ts'

const premierePage = (): string | null => null

/** Every affaire of which one sees a dossier, the most recent facts first. */
export function ListeDesAffaires() {
  const lues = useInfiniteQuery({
    // apart from the choice of an affaire, which keeps one page under the bare key
    queryKey: [...keyOf(contract.listerAffaires, {}), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      callOperation(contract.listerAffaires, pageParam === null ? {} : { apres: pageParam }, { signal }),
    initialPageParam: premierePage(),
    getNextPageParam: (page) => page.suite,
  })
  const affaires = lues.data?.pages.flatMap((page) => page.affaires) ?? []
  return (
    <Page narrow>
      <PageHeader
        title="Affaires"
        lead="Des dossiers sur les mêmes faits, suivis ensemble : une panne, une infection, plusieurs proches d’un même patient."
      />
      <Card>
        {lues.isPending && <ListSkeleton rows={5} />}
        {lues.isError && (
          <ProblemView
            error={lues.error}
            action={
              <Button variant="default" onClick={() => void lues.refetch()}>
                Réessayer
              </Button>
            }
          />
        )}
        {lues.isSuccess && affaires.length === 0 && (
          <EmptyState title="Aucune affaire">
            Ouvrez-en une depuis la page d’un dossier, ou choisissez plusieurs dossiers dans la liste puis
            «&nbsp;Affaire…&nbsp;».
          </EmptyState>
        )}
        <ul className="pv-lines">
          {affaires.map(({ id, titre, depuisLe, nombreDeDossiers, nombreOuverts }) => (
            <li key={id} className={classes['en-ligne']}>
              <span>
                <AppLink href={cheminDeLAffaire(id)}>{titre}</AppLink>
                <span className="pv-muted pv-small"> depuis le {formatDate(depuisLe)}</span>
              </span>
              <span className={classes['en-ligne-etat']}>
                <span className="pv-small">{formatCount(nombreDeDossiers, 'dossier')}</span>
                {nombreOuverts > 0 && <StatusBadge>{nombreOuverts} en cours</StatusBadge>}
              </span>
            </li>
          ))}
        </ul>
        {lues.hasNextPage && (
          <Button
            variant="default"
            loading={lues.isFetchingNextPage}
            onClick={() => void lues.fetchNextPage()}
          >
            Afficher la suite
          </Button>
        )}
      </Card>
    </Page>
  )
}
