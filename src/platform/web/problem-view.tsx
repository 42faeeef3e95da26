import type { ReactNode } from 'react'
import { toProblem } from './problem-error.ts'

const TITLES: Readonly<Record<string, string>> = {
  'not-found': 'Introuvable',
  forbidden: 'Accès non permis',
  offline: 'Connexion coupée',
  unauthenticated: 'Session terminée',
}

/** A failure in place of content: what happened, what is kept, what to do. */
export function ProblemView({ error, action }: { error: unknown; action?: ReactNode }) {
  const problem = toProblem(error)
  return (
    <div className="pv-empty" role="alert">
      <p className="pv-empty-title">{TITLES[problem.code] ?? 'Cette page ne peut pas s’afficher'}</p>
      <div className="pv-empty-text">{problem.message}</div>
      {action !== undefined && <div className="pv-empty-action">{action}</div>}
    </div>
  )
}
