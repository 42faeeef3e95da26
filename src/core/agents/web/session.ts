import type { UseQueryResult } from '@tanstack/react-query'
import type { OutputOf } from '#platform/contract.ts'
import { useOperation } from '#platform/web/query.ts'
import { contract } from '../contract.ts'

export type EtatDeSession = OutputOf<typeof contract.obtenirSession>

/** Who is signed in, and whether the application is installed: the first reading of every screen. */
export const useEtatDeSession = (): UseQueryResult<EtatDeSession, Error> =>
  useOperation(contract.obtenirSession, {}, { staleTime: 5 * 60_000 })
