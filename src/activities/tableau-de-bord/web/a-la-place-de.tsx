import { cheminDesDossiers, useCheminDuDossier } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { formatDayInYear, formatRelativeDay } from '#platform/web/formats.ts'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { type BadgeTone, StatusBadge } from '#platform/web/status-badge.tsx'
import { contract } from '../contract.ts'
import type { RemplacementVu } from '../contract-remplacements.ts'
import classes from './accueil.module.css'

const TONS = {
  depassee: 'late',
  proche: 'soon',
  'a-venir': 'neutral',
  sans: 'quiet',
} as const satisfies Record<RemplacementVu['dossiers'][number]['situation'], BadgeTone>

/** What a colleague who is away follows: shown to who stands in, still assigned to the colleague. */
export function ALaPlaceDe() {
  const { data } = useOperation(contract.listerRemplacements, {})
  return (data?.remplacements ?? []).map((remplacement) => (
    <Remplacement key={remplacement.agentId} remplacement={remplacement} />
  ))
}

function Remplacement({ remplacement }: { remplacement: RemplacementVu }) {
  const { today } = useWebSession()
  const cheminDuDossier = useCheminDuDossier()
  const { agentId, nom, au, dossiers, estCoupe } = remplacement
  return (
    <Card title={`À la place de ${nom}`}>
      <p className="pv-small pv-muted">
        Absence jusqu’au {formatDayInYear(au)}. Ses dossiers lui restent attribués.
      </p>
      {dossiers.length === 0 ? (
        <p className="pv-small">Aucun dossier en cours ne lui est attribué.</p>
      ) : (
        <ul className="pv-lines">
          {dossiers.map((d) => (
            <li key={d.id}>
              <AppLink href={cheminDuDossier(d.type, d.id)} className={classes['lien']}>
                {d.objet}
              </AppLink>{' '}
              {d.prochaineEcheanceLe !== null && (
                <StatusBadge tone={TONS[d.situation]}>
                  {formatRelativeDay(d.prochaineEcheanceLe, today)}
                </StatusBadge>
              )}
              <p className="pv-small pv-muted">
                {d.numero} · {d.libelleEtat}
              </p>
            </li>
          ))}
        </ul>
      )}
      {estCoupe && (
        <p className={classes['tous']}>
          <AppLink href={cheminDesDossiers({ vue: 'ouverts', assigneA: agentId, tri: 'echeance' })}>
            Tous ses dossiers en cours
          </AppLink>
        </p>
      )}
    </Card>
  )
}
