import { AppLink } from '#platform/web/app-link.tsx'
import { formatShortDate } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { LigneDeDossier } from '../contract.ts'
import classes from './dossier.module.css'
import { useCheminDuDossier } from './types-context.ts'

export interface DossiersEnLignesProps {
  readonly dossiers: readonly LigneDeDossier[]
  /** there are more than these */
  readonly aLaSuite: boolean
  readonly vide: string
  /** what may be done to each */
  readonly geste?: (dossier: LigneDeDossier) => React.ReactNode
}

/** A few dossiers, one line each: what it is about, where it stands, when it came, who follows it. */
export function DossiersEnLignes({ dossiers, aLaSuite, vide, geste }: DossiersEnLignesProps) {
  const { today } = useWebSession()
  const chemin = useCheminDuDossier()
  if (dossiers.length === 0) return <p className="pv-muted pv-small">{vide}</p>
  return (
    <>
      <ul className="pv-lines">
        {dossiers.map((dossier) => {
          const { id, type, numero, objet, libelleEtat, estClos, recuLe, auteur, assigneNom, classe } =
            dossier
          return (
            <li key={id} className={classes['en-ligne']}>
              <span>
                <AppLink href={chemin(type, id)}>
                  {numero} · {objet}
                </AppLink>
                <span className="pv-muted pv-small">
                  {' '}
                  {[auteur, `reçu le ${formatShortDate(recuLe, today)}`, assigneNom ?? '']
                    .filter((mot) => mot !== '')
                    .join(' · ')}
                </span>
              </span>
              <span className={classes['en-ligne-etat']}>
                <StatusBadge tone={estClos ? 'quiet' : 'neutral'}>{libelleEtat}</StatusBadge>
                {classe === 'sensible' && <StatusBadge tone="soon">sensible</StatusBadge>}
                {geste?.(dossier)}
              </span>
            </li>
          )
        })}
      </ul>
      {aLaSuite && <p className="pv-muted pv-small">Les plus récents : la liste montre les autres.</p>}
    </>
  )
}
