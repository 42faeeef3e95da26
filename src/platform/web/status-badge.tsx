import type { ReactNode } from 'react'

export type BadgeTone = 'neutral' | 'ok' | 'soon' | 'late' | 'quiet'

const SHAPES: Readonly<Record<BadgeTone, ReactNode>> = {
  neutral: null,
  quiet: null,
  ok: <path d="M2 6.5 4.8 9.2 10 3.4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  soon: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 3.6V6l1.7 1.3" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  late: <path d="M6 1 11.4 10.6H.6zM6 4.6v2.6M6 8.4v1" fill="none" stroke="currentColor" strokeWidth="1.5" />,
}

/** A state in words; the colour and the sign only repeat what the words say. */
export function StatusBadge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  const shape = SHAPES[tone]
  return (
    <span className={`pv-badge pv-badge-${tone}`}>
      {shape !== null && (
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          {shape}
        </svg>
      )}
      {children}
    </span>
  )
}
