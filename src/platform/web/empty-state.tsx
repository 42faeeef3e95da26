import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly title: string
  /** what belongs here and how it arrives */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** An empty place that teaches: what will come here, and the next step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="pv-empty">
      <svg width="56" height="44" viewBox="0 0 56 44" aria-hidden="true">
        <path d="M4 10h18l4 5h26v25H4z" fill="var(--pv-accent-soft)" />
        <path d="M4 40V10h18l4 5h26v25z" fill="none" stroke="var(--pv-accent)" strokeWidth="1.6" />
        <path d="M15 25h26M15 31h17" stroke="var(--pv-accent)" strokeWidth="1.6" />
      </svg>
      <p className="pv-empty-title">{title}</p>
      {children !== undefined && <div className="pv-empty-text">{children}</div>}
      {action !== undefined && <div className="pv-empty-action">{action}</div>}
    </div>
  )
}
