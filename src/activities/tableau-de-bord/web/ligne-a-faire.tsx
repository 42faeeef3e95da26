import { useCheminDuDossier } from '#core/dossiers/web/index.ts'
import { gesteDe } from '#core/echeances/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { formatRelativeDay } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { type BadgeTone, StatusBadge } from '#platform/web/status-badge.tsx'
import type { AccueilVu } from '../contract.ts'
import classes from './accueil.module.css'

type Ligne = AccueilVu['aFaire'][number]

const TONS = {
  depassee: 'late',
  'aujourd-hui': 'soon',
  proche: 'neutral',
  nouveau: 'quiet',
} as const satisfies Record<Ligne['motif'], BadgeTone>

const quand = (ligne: Ligne, jour: string): string => {
  const limite = ligne.dossier.prochaineEcheanceLe
  if (ligne.motif === 'nouveau' || limite === null) return 'nouveau'
  return formatRelativeDay(limite, jour)
}

/** One dossier: when, which, why now, and the action. */
export function LigneAFaire({ ligne, jour }: { ligne: Ligne; jour: string }) {
  const { dossier, titre, explication } = ligne
  const href = useCheminDuDossier()(dossier.type, dossier.id)
  const agit = useWebSession().can('dossiers.modifier')
  const verbe = ligne.motif === 'nouveau' ? 'Attribuer' : gesteDe(dossier.prochaineEcheanceCode)
  // Who only reads opens; the others do.
  const geste = agit && verbe !== null ? verbe : 'Ouvrir'
  return (
    <li className={classes['ligne']}>
      <span>
        <StatusBadge tone={TONS[ligne.motif]}>{quand(ligne, jour)}</StatusBadge>
      </span>
      <div className={classes['texte']}>
        <AppLink href={href} className={classes['lien']}>
          {dossier.numero} · {dossier.objet}
        </AppLink>
        <p className="pv-small pv-muted">
          {ligne.motif !== 'nouveau' && <strong className={classes['quoi']}>{titre}.</strong>} {explication}
        </p>
      </div>
      <AppLink href={href} className={classes['bouton']} aria-label={`${geste}, dossier ${dossier.numero}`}>
        {geste}
      </AppLink>
    </li>
  )
}
