import { useCheminDuDossier } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { daysBetween, formatCount, formatDayInYear, formatShortDate } from '#platform/web/formats.ts'
import { usePathParam } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { contract } from '../contract.ts'
import type { DemandeEnCours } from '../contract-services.ts'
import { NATURE_DE_TACHE, NIVEAU_DE_RELANCE } from '../domain/labels.ts'
import { cheminDesServicesInterroges } from './paths.ts'
import classes from './taches.module.css'

/** The requests one service still owes an answer to, with what was done and what comes next. */
export function PageDuServiceInterroge() {
  const structureId = usePathParam('id')
  const query = useOperation(contract.listerDemandesEnCours, { structureId })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {({ nom, demandes, estCoupee }) => (
        <Page>
          <PageHeader
            title={nom}
            documentTitle={`Ce que doit « ${nom} »`}
            kicker={<AppLink href={cheminDesServicesInterroges()}>Ce que les services doivent</AppLink>}
            lead={
              demandes.length === 0
                ? 'Rien n’est attendu de ce service.'
                : `${formatCount(demandes.length, 'demande')} sans réponse, par jour souhaité.`
            }
          />
          <Card>
            {demandes.length === 0 ? (
              <EmptyState title="Tout est répondu">Les réponses se lisent dans chaque dossier.</EmptyState>
            ) : (
              <ul className={classes['demandes']}>
                {demandes.map((demande) => (
                  <Ligne key={demande.id} demande={demande} />
                ))}
              </ul>
            )}
            {estCoupee && <p className="pv-small pv-muted">Seules les plus pressantes sont affichées.</p>}
          </Card>
        </Page>
      )}
    </QueryView>
  )
}

function Ligne({ demande }: { demande: DemandeEnCours }) {
  const { today } = useWebSession()
  const cheminDuDossier = useCheminDuDossier()
  const { dossier, nature, destinataire, demandeur, demandeeLe, pourLe } = demande
  const { relance, prochaine, empechement } = demande
  const retard = daysBetween(pourLe, today)
  return (
    <li>
      <div className={classes['tete']}>
        <h2 className={classes['titre']}>
          <AppLink href={cheminDuDossier(dossier.type, dossier.id)}>
            {dossier.numero} · {dossier.objet}
          </AppLink>
        </h2>
        {retard > 0 ? (
          <StatusBadge tone="late">attendue depuis {formatCount(retard, 'jour')}</StatusBadge>
        ) : (
          <StatusBadge tone="neutral">pour le {formatShortDate(pourLe, today)}</StatusBadge>
        )}
      </div>
      <p className={classes['meta']}>
        {NATURE_DE_TACHE[nature]}, à {destinataire}, le {formatShortDate(demandeeLe, today)} par {demandeur}
        {relance !== null &&
          ` · ${NIVEAU_DE_RELANCE[relance.niveau].libelle} le ${formatShortDate(relance.faiteLe, today)}`}
        {' · '}
        {prochaine !== null && (
          <>
            Prochaine relance le <strong>{formatDayInYear(prochaine.le)}</strong>&nbsp;:{' '}
            {NIVEAU_DE_RELANCE[prochaine.niveau].quand}.
          </>
        )}
        {empechement !== null && empechement}
      </p>
    </li>
  )
}
