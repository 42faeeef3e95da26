import type { ReactNode } from 'react'

export interface NoticeProps {
  readonly tone?: 'info' | 'ok' | 'soon' | 'late'
  readonly title?: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** A quiet message inside a screen. Not an interruption: for those, `ErrorSummary` and `toast`. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  return (
    <div className={`pv-notice pv-notice-${tone}`} role="note">
      <div>
        {title !== undefined && <strong>{title}</strong>}
        {title !== undefined && children !== undefined && ' '}
        {children}
      </div>
      {action}
    </div>
  )
}
