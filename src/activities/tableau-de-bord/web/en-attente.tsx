import { LIBELLES_DES_ATTENTES } from '#core/dossiers/domain/labels.ts'
import { useCheminDuDossier } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { formatRelativeDay } from '#platform/web/formats.ts'
import { type BadgeTone, StatusBadge } from '#platform/web/status-badge.tsx'
import type { LigneAttendue } from '../contract.ts'
import classes from './accueil.module.css'

const TONS = {
  depassee: 'late',
  proche: 'soon',
  'a-venir': 'neutral',
  sans: 'quiet',
} as const satisfies Record<LigneAttendue['situation'], BadgeTone>

/** Who owes what, and for when: what others await from the reader first, or what the department awaits. */
export function EnAttente({
  titre,
  lignes,
  jour,
}: {
  titre: string
  lignes: readonly LigneAttendue[]
  jour: string
}) {
  const cheminDuDossier = useCheminDuDossier()
  return (
    <Card title={titre}>
      <ul className="pv-lines">
        {lignes.map(({ dossier, code, de, pourLe, situation }) => (
          <li key={`${dossier.id} ${code} ${de}`}>
            <AppLink href={cheminDuDossier(dossier.type, dossier.id)} className={classes['lien']}>
              {LIBELLES_DES_ATTENTES[code]}
              {de === '' ? '' : ` : ${de}`}
            </AppLink>{' '}
            {pourLe !== null && (
              <StatusBadge tone={TONS[situation]}>{formatRelativeDay(pourLe, jour)}</StatusBadge>
            )}
            <p className="pv-small pv-muted">
              {dossier.numero} · {dossier.objet}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
