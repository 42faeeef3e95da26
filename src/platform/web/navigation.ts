import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { parseSearch } from './path.ts'

/** Goes to an address built by a module's `paths.ts`. */
export function useGoTo(): (href: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback(
    (href, options) => {
      const [to = '/', query = ''] = href.split('?')
      void navigate({ to, search: parseSearch(query), replace: options?.replace ?? false })
    },
    [navigate],
  )
}

/** A parameter of the current address: `usePathParam('id')`. */
export function usePathParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const value = params[name]
  return typeof value === 'string' ? value : ''
}

/** The query of the current address, as plain strings. */
export function useQueryParams(): Readonly<Record<string, string>> {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** Path of the current screen, without query. */
export const usePathname = (): string => useRouterState({ select: (state) => state.location.pathname })
