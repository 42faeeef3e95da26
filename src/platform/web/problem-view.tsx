import { type ReactNode, useEffect, useRef, useState } from 'react'
import { consumePageFocus } from './page-focus.ts'
import { toProblem } from './problem-error.ts'

const TITLES: Readonly<Record<string, string>> = {
  'not-found': 'Introuvable',
  forbidden: 'Accès non permis',
  offline: 'Connexion coupée',
  unauthenticated: 'Session terminée',
}

/**
 * A failure in place of content: what happened, what is kept, what to do. In place of a whole screen, its title is
 * that of the screen.
 */
export function ProblemView({ error, action }: { error: unknown; action?: ReactNode }) {
  const problem = toProblem(error)
  const heading = useRef<HTMLHeadingElement>(null)
  const [isScreen] = useState(() => document.querySelector('main h1') === null)
  useEffect(() => {
    if (isScreen && consumePageFocus()) heading.current?.focus({ preventScroll: true })
  }, [isScreen])
  const Heading = isScreen ? 'h1' : 'h2'
  return (
    <div className="pv-empty" role="alert">
      <Heading ref={heading} tabIndex={-1} className="pv-empty-title">
        {TITLES[problem.code] ?? 'Cette page ne peut pas s’afficher'}
      </Heading>
      <div className="pv-empty-text">{problem.message}</div>
      {action !== undefined && <div className="pv-empty-action">{action}</div>}
    </div>
  )
}
