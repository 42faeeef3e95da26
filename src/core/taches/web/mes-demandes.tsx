import type { OutputOf } from '#platform/contract.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { dayOf, daysBetween, formatCount, formatDayInYear, formatShortDate } from '#platform/web/formats.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { contract } from '../contract.ts'
import { NATURE_DE_TACHE } from '../domain/labels.ts'
import { cheminDeLaDemandeRecue } from './paths.ts'
import classes from './taches.module.css'

type Recue = OutputOf<typeof contract.listerRecues>['demandes'][number]

function Ligne({ demande }: { demande: Recue }) {
  const { today, timeZone } = useWebSession()
  const { pourLe, repondueA, sujets } = demande
  const retard = daysBetween(pourLe, today)
  return (
    <li>
      <span>
        <AppLink href={cheminDeLaDemandeRecue(demande.id)}>
          {NATURE_DE_TACHE[demande.nature]}, {demande.objet}
        </AppLink>
        <span className={classes['meta']}>
          {' '}
          {demande.structure}
          {sujets.length > 0 && `, ${formatCount(sujets.length, 'point')}`}
          {demande.aLaPlaceDe !== null && `, à la place de ${demande.aLaPlaceDe}`}
        </span>
      </span>
      {repondueA === null ? (
        <span>
          souhaitée pour le {formatDayInYear(pourLe)}{' '}
          {retard > 0 && <StatusBadge tone="late">passé de {formatCount(retard, 'jour')}</StatusBadge>}
        </span>
      ) : (
        <StatusBadge tone="ok">répondue le {formatShortDate(dayOf(repondueA, timeZone), today)}</StatusBadge>
      )}
    </li>
  )
}

/** What is asked of the services of whoever is signed in: what waits, then what was answered. */
export function MesDemandes() {
  const query = useOperation(contract.listerRecues, {})
  return (
    <Page>
      <PageHeader
        title="Mes demandes"
        lead="Ce que la direction des relations avec les usagers demande à vos services. Vos réponses ne vont qu’à elle."
      />
      <QueryView query={query}>
        {({ demandes }) => {
          const parties = [
            { titre: 'À répondre', lignes: demandes.filter((d) => d.etat === 'demandee') },
            { titre: 'Répondues', lignes: demandes.filter((d) => d.etat === 'repondue') },
          ].filter(({ lignes }) => lignes.length > 0)
          if (parties.length === 0) {
            return (
              <EmptyState title="Aucune demande">
                Quand vos explications seront utiles sur un dossier de vos services, la demande arrivera ici,
                avec le jour souhaité. Vous la recevrez aussi par un lien.
              </EmptyState>
            )
          }
          return parties.map(({ titre, lignes }) => (
            <Card key={titre} title={titre}>
              <ul className={classes['recues']}>
                {lignes.map((demande) => (
                  <Ligne key={demande.id} demande={demande} />
                ))}
              </ul>
            </Card>
          ))
        }}
      </QueryView>
    </Page>
  )
}
