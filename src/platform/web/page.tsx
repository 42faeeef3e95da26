import { type ReactNode, useEffect, useRef } from 'react'
import { consumePageFocus } from './page-focus.ts'

export interface PageHeaderProps {
  readonly title: ReactNode
  /** of the browser tab; the title itself when it is a text */
  readonly documentTitle?: string
  /** one line above: where we are, in words */
  readonly kicker?: ReactNode
  /** one sentence below */
  readonly lead?: ReactNode
  /** buttons, the main one last */
  readonly actions?: ReactNode
}

/** Top of a screen. The title takes the focus after a navigation, so that a screen reader says where it is. */
export function PageHeader({ title, documentTitle, kicker, lead, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const tab = documentTitle ?? (typeof title === 'string' ? title : null)
  useEffect(() => {
    if (tab !== null) document.title = `${tab} · Porte-voix`
  }, [tab])
  useEffect(() => {
    if (consumePageFocus()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className="pv-page-header">
      <div className="pv-page-header-text">
        {kicker !== undefined && <div className="pv-kicker">{kicker}</div>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p className="pv-lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="pv-page-actions">{actions}</div>}
    </header>
  )
}

/** Body of a screen. `narrow` for forms and reading. */
export function Page({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={narrow ? 'pv-page pv-page-narrow' : 'pv-page'}>{children}</div>
}
