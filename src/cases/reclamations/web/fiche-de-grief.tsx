import type { ReactNode } from 'react'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { GriefVu } from '../contract-griefs.ts'
import type { Constat } from '../domain/griefs.ts'
import { LIBELLES_DES_CONSTATS, LIBELLES_DES_GRAVITES } from '../domain/labels.ts'
import classes from './griefs.module.css'

export const TONS_DES_CONSTATS = {
  fonde: 'ok',
  'partiellement-fonde': 'ok',
  'non-fonde': 'neutral',
  indeterminable: 'quiet',
} as const satisfies Record<Constat, string>

export interface FicheDeGriefProps {
  readonly grief: Pick<GriefVu, 'id' | 'rang' | 'motif' | 'service' | 'gravite' | 'intitule' | 'constat'>
  readonly badge?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** « Accueil et administration › Attente · Urgences adultes · gravité 2, modérée ». */
export function cheminDuGrief({ motif, service, gravite }: FicheDeGriefProps['grief']): string {
  const chemin = motif.famille === null ? motif.libelle : `${motif.famille} › ${motif.libelle}`
  const degre = `gravité\u00a0${gravite}, ${LIBELLES_DES_GRAVITES[gravite].libelle}`
  return [chemin, service?.nom ?? 'sans service', degre].join(' · ')
}

/** Number, title, motif, service, severity, finding: the same everywhere. */
export function FicheDeGrief({ grief, badge, actions, children }: FicheDeGriefProps) {
  const { rang, intitule, constat } = grief
  return (
    <div className={classes['fiche']}>
      <span className={classes['numero']} aria-hidden="true">
        {rang}
      </span>
      <div className={classes['ligne']}>
        <h3>
          <span className="pv-sr">Grief {rang}&nbsp;: </span>
          {intitule}
        </h3>
        {constat !== null && (
          <StatusBadge tone={TONS_DES_CONSTATS[constat]}>{LIBELLES_DES_CONSTATS[constat]}</StatusBadge>
        )}
        {badge}
      </div>
      {actions !== undefined && <div className={`${classes['actions']} pv-no-print`}>{actions}</div>}
      <div className={classes['corps']}>
        <p className="pv-small pv-muted">{cheminDuGrief(grief)}</p>
        {children}
      </div>
    </div>
  )
}
