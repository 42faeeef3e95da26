import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemView } from './problem-view.tsx'
import { ListSkeleton } from './skeleton.tsx'

export interface QueryViewProps<T> {
  readonly query: UseQueryResult<T, Error>
  readonly loading?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** Shows a reading: its shape while it loads, its content, or what went wrong and the way to try again. */
export function QueryView<T>({ query, loading, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) {
    const retry = (
      <Button variant="default" onClick={() => void query.refetch()} loading={query.isFetching}>
        Réessayer
      </Button>
    )
    return <ProblemView error={query.error} action={retry} />
  }
  return <>{loading ?? <ListSkeleton />}</>
}
