import { type QueryKey, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Operation } from '../contract.ts'
import { callOperation } from './client.ts'

/** Cache key of a reading: the operation's path, then its input. */
export const keyOf = (operation: Operation, input?: unknown): QueryKey =>
  input === undefined ? [operation.method, operation.path] : [operation.method, operation.path, input]

export interface OperationQueryOptions {
  readonly enabled?: boolean
  /** milliseconds during which the answer is not asked again */
  readonly staleTime?: number
}

/** Reads an operation into a screen. The error is a ProblemError. */
export function useOperation<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
  input: z.input<I>,
  options: OperationQueryOptions = {},
): UseQueryResult<z.output<O>, Error> {
  return useQuery({
    queryKey: keyOf(operation, input),
    queryFn: ({ signal }) => callOperation(operation, input, { signal }),
    ...options,
  })
}

/** Marks readings as out of date after a write: `invalidate(contract.lister, contract.obtenir)`. */
export function useInvalidate(): (...operations: readonly Operation[]) => Promise<void> {
  const client = useQueryClient()
  return async (...operations) => {
    await Promise.all(operations.map((operation) => client.invalidateQueries({ queryKey: keyOf(operation) })))
  }
}

/** Marks everything as out of date: after a write that changes lists, counters and the dossier at once. */
export function useInvalidateAll(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
