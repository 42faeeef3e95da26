import { useNavigate, useParams, useRouter, useRouterState, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { parseSearch } from './path.ts'

export interface GoToOptions {
  readonly replace?: boolean
  /** words kept with the entry of the history, never in the address: they may name people */
  readonly state?: Readonly<Record<string, string>>
}

/** Goes to an address built by a module's `paths.ts`. */
export function useGoTo(): (href: string, options?: GoToOptions) => void {
  const navigate = useNavigate()
  return useCallback(
    (href, options = {}) => {
      const [to = '/', query = ''] = href.split('?')
      const state = options.state === undefined ? {} : { state: { ...options.state } }
      void navigate({ to, search: parseSearch(query), replace: options.replace ?? false, ...state })
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

/**
 * A text kept with the current entry of the history: it comes back with the browser's Back, and never stands in the
 * address, in a log or in a bookmark.
 */
export function useHistoryText(name: string): [string, (text: string) => void] {
  const { history } = useRouter()
  const kept = useRouterState({
    select: ({ location }) => {
      const state: Readonly<Record<string, unknown>> = { ...location.state }
      const value = state[name]
      return typeof value === 'string' ? value : ''
    },
  })
  const [text, setText] = useState(kept)
  const [seen, setSeen] = useState(kept)
  if (kept !== seen) {
    setSeen(kept)
    setText(kept)
  }
  const change = useCallback(
    (value: string) => {
      setText(value)
      setSeen(value)
      history.replace(history.location.href, { ...history.location.state, [name]: value })
    },
    [history, name],
  )
  return [text, change]
}
