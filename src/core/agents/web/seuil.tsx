import type { ReactNode } from 'react'
import classes from './seuil.module.css'

export interface SeuilProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Frame of what comes before the application: sign-in, first run, a new password. */
export function Seuil({ title, lead, wide = false, children }: SeuilProps) {
  return (
    <main className={classes['seuil']}>
      <div className={`${classes['feuille']} ${wide ? classes['large'] : ''}`}>
        <p className={classes['marque']}>
          <svg width="30" height="30" viewBox="0 0 22 22" aria-hidden="true">
            <path d="M2 9v4l4 .6V19h3.5v-4.8L19 17V5L6 8.4z" fill="#0f5257" />
          </svg>
          Porte-voix
        </p>
        <h1>{title}</h1>
        {lead !== undefined && <p className="pv-lead">{lead}</p>}
        <div className={classes['corps']}>{children}</div>
      </div>
      <p className={classes['pied']}>
        Relations avec les usagers. Les dossiers sont confidentiels : chaque consultation est inscrite au
        journal.
      </p>
    </main>
  )
}
