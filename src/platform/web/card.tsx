import { type ReactNode, useId } from 'react'

export interface CardProps {
  readonly title?: ReactNode
  /** links or small buttons beside the title */
  readonly aside?: ReactNode
  /** heading level of the title */
  readonly level?: 2 | 3
  readonly className?: string
  readonly children: ReactNode
}

/** A white sheet on the paper: a titled region of a screen. */
export function Card({ title, aside, level = 2, className, children }: CardProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  if (title === undefined) return <div className={`pv-card ${className ?? ''}`}>{children}</div>
  return (
    <section className={`pv-card ${className ?? ''}`} aria-labelledby={id}>
      <div className="pv-card-head">
        <Heading id={id}>{title}</Heading>
        {aside !== undefined && <div className="pv-card-aside">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
