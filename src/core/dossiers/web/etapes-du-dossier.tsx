import type { ReactNode } from 'react'
import type { TroncVu } from '../contract.ts'
import classes from './dossier.module.css'

const MOTS = { franchie: 'étape franchie', courante: 'étape en cours', 'a-venir': 'étape à venir' } as const

export interface EtapesDuDossierProps {
  readonly etapes: TroncVu['etapes']
  /** what to say under a step: its date, what is awaited */
  readonly precisions?: Readonly<Record<string, ReactNode>>
}

/** Where the procedure stands: what is behind, where it is, what is ahead. */
export function EtapesDuDossier({ etapes, precisions = {} }: EtapesDuDossierProps) {
  return (
    <ol className={classes['etapes']} aria-label="Étapes du dossier">
      {etapes.map(({ etat, libelle, situation }) => (
        <li
          key={etat}
          className={classes[situation]}
          {...(situation === 'courante' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="pv-sr">{MOTS[situation]}&nbsp;: </span>
          {libelle}
          {precisions[etat] !== undefined && <span className={classes['precision']}>{precisions[etat]}</span>}
        </li>
      ))}
    </ol>
  )
}
