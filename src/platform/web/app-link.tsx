import { Link } from '@tanstack/react-router'
import type { KeyboardEventHandler, MouseEventHandler, ReactNode, Ref } from 'react'
import { parseSearch } from './path.ts'

export interface AppLinkProps {
  /** address built by a module's `paths.ts`, query included */
  readonly href: string
  readonly children?: ReactNode
  readonly className?: string | undefined
  readonly id?: string
  readonly tabIndex?: number
  readonly onClick?: MouseEventHandler<HTMLAnchorElement>
  readonly onKeyDown?: KeyboardEventHandler<HTMLAnchorElement>
  readonly onFocus?: () => void
  readonly 'aria-current'?: 'page' | 'true' | undefined
  readonly 'aria-label'?: string
  readonly 'data-rank'?: number
  readonly ref?: Ref<HTMLAnchorElement>
}

/** A link inside the application: no reload, and the page is fetched when the pointer approaches. */
export function AppLink({ href, children, className, ...rest }: AppLinkProps) {
  const [to = '/', query = ''] = href.split('?')
  const search = parseSearch(query)
  const own = className === undefined ? {} : { className }
  // The caller says which entry is current: two entries may share a path and differ by their query.
  return (
    <Link to={to} search={search} activeOptions={{ exact: true, includeSearch: true }} {...own} {...rest}>
      {children}
    </Link>
  )
}
