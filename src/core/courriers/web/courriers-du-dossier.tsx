import type { ReactNode } from 'react'
import { adresseDeTelechargement } from '#core/pieces/web/index.ts'
import { Card } from '#platform/web/card.tsx'
import { dayOf, formatShortDate } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { CourrierVu } from '../contract.ts'
import classes from './courriers.module.css'
import { CANAL_DE_COURRIER } from './labels.ts'

export interface CourriersDuDossierProps {
  readonly courriers: readonly CourrierVu[]
  /** what this kind of dossier sends, while nothing was produced */
  readonly vide: string
  /** what may be done with a letter */
  readonly actions?: (courrier: CourrierVu) => ReactNode
  /** below the list: produce another one */
  readonly children?: ReactNode
}

/** The letters of a dossier: the Word file to sign, and the day it left. */
export function CourriersDuDossier({ courriers, vide, actions, children }: CourriersDuDossierProps) {
  const { today, timeZone } = useWebSession()
  return (
    <Card title="Courriers">
      {courriers.length === 0 && <p className="pv-muted pv-small">{vide}</p>}
      <ul className={classes['courriers']}>
        {courriers.map((courrier) => (
          <li key={courrier.id}>
            <span className={classes['tete']}>
              <a href={adresseDeTelechargement(courrier.pieceId)}>{courrier.libelle}</a>
              {courrier.envoyeLe === null ? (
                <StatusBadge tone="soon">pas encore parti</StatusBadge>
              ) : (
                <StatusBadge tone="ok">parti le {formatShortDate(courrier.envoyeLe, today)}</StatusBadge>
              )}
            </span>
            <span className={classes['meta']}>
              Préparé le {formatShortDate(dayOf(courrier.produitA, timeZone), today)}
              {courrier.agent !== null && ` par ${courrier.agent}`}, à envoyer{' '}
              {CANAL_DE_COURRIER[courrier.canal]}
            </span>
            {actions?.(courrier)}
          </li>
        ))}
      </ul>
      {children}
    </Card>
  )
}
