import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { callOperation } from '#platform/web/client.ts'
import { formatDay, formatShortDate } from '#platform/web/formats.ts'
import { ProblemView } from '#platform/web/problem-view.tsx'
import { keyOf } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { ListSkeleton } from '#platform/web/skeleton.tsx'
import { contract } from '../contract.ts'
import classes from './chronologie.module.css'
import { useCheminDuDossier } from './types-context.ts'

const premierePage = (): string | null => null

/** What happened in every dossier of the affaire, newest first. What was written is read in the dossier. */
export function ChronologieDAffaire({ id }: { id: string }) {
  const { today } = useWebSession()
  const chemin = useCheminDuDossier()
  const lue = useInfiniteQuery({
    queryKey: keyOf(contract.listerChronologieDAffaire, { id }),
    queryFn: ({ pageParam, signal }) =>
      callOperation(
        contract.listerChronologieDAffaire,
        pageParam === null ? { id } : { id, apres: pageParam },
        { signal },
      ),
    initialPageParam: premierePage(),
    getNextPageParam: (page) => page.suite,
  })
  const faits = lue.data?.pages.flatMap((page) => page.faits) ?? []
  return (
    <Card title="Chronologie">
      {lue.isPending && <ListSkeleton rows={6} />}
      {lue.isError && <ProblemView error={lue.error} />}
      <ol className={classes['frise']} reversed>
        {faits.map((fait) => (
          <li key={fait.id}>
            <p>
              <time dateTime={fait.survenuLe} className={classes['date']} title={formatDay(fait.survenuLe)}>
                {formatShortDate(fait.survenuLe, today)}
              </time>{' '}
              {fait.libelle} —{' '}
              <AppLink href={chemin(fait.type, fait.dossierId)} className="pv-nowrap">
                {fait.numero}
              </AppLink>
              {fait.agent !== null && <span className={classes['qui']}> ({fait.agent})</span>}
            </p>
          </li>
        ))}
      </ol>
      {lue.hasNextPage && (
        <Button
          variant="default"
          className="pv-no-print"
          loading={lue.isFetchingNextPage}
          onClick={() => void lue.fetchNextPage()}
        >
          Afficher la suite
        </Button>
      )}
    </Card>
  )
}
