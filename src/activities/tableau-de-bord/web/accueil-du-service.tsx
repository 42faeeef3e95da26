import { cheminDeLEloge } from '#cases/eloges/web/index.ts'
import { useCheminDuDossier } from '#core/dossiers/web/index.ts'
import { NATURE_DE_TACHE } from '#core/taches/domain/labels.ts'
import { cheminDeLaDemandeRecue, cheminDesDemandesRecues } from '#core/taches/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import {
  capitalized,
  dayOf,
  daysBetween,
  formatCount,
  formatDayInYear,
  formatShortDate,
} from '#platform/web/formats.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { contract } from '../contract.ts'
import type { AccueilDuServiceVu, DemandeDuService } from '../contract-service.ts'
import classes from './accueil.module.css'
import { phraseDuService } from './phrase-du-service.tsx'

/** The home of who answers for services: what is owed and since when, what was answered, what changes. */
export function AccueilDuService() {
  const { today } = useWebSession()
  const query = useOperation(contract.obtenirAccueilDuService, {}, { staleTime: 0 })
  const jour = query.data?.aujourdHui ?? today
  return (
    <Page>
      <PageHeader
        title={capitalized(formatDayInYear(jour))}
        documentTitle="Aujourd’hui"
        lead={query.data === undefined ? '\u00a0' : phraseDuService(query.data)}
      />
      <QueryView query={query}>{(accueil) => <Contenu accueil={accueil} />}</QueryView>
    </Page>
  )
}

function Contenu({ accueil }: { accueil: AccueilDuServiceVu }) {
  const { aRepondre, repondues, eloges, mesures, aujourdHui } = accueil
  const aCote = eloges.length + mesures.length > 0
  return (
    <div className={aCote ? classes['jour'] : undefined}>
      <div className="pv-stack">
        <Card title="On attend de vous" className={classes['aFaire'] ?? ''}>
          {aRepondre.length === 0 ? (
            <EmptyState title="Rien n’est attendu de vos services">
              Quand vos explications seront utiles sur un dossier, la demande arrivera ici, avec le jour
              souhaité.
            </EmptyState>
          ) : (
            <ul className="pv-lines">
              {aRepondre.map((demande) => (
                <Attendue key={demande.id} demande={demande} jour={aujourdHui} />
              ))}
            </ul>
          )}
        </Card>
        {repondues.length > 0 && <Repondues repondues={repondues} jour={aujourdHui} />}
      </div>
      {aCote && (
        <div className="pv-stack">
          {eloges.length > 0 && <Eloges eloges={eloges} jour={aujourdHui} />}
          {mesures.length > 0 && <Mesures mesures={mesures} jour={aujourdHui} />}
        </div>
      )}
    </div>
  )
}

function Attendue({ demande, jour }: { demande: DemandeDuService; jour: string }) {
  const { nature, objet, structure, points, demandeeLe, pourLe, aLaPlaceDe } = demande
  const retard = daysBetween(pourLe, jour)
  const depuis = daysBetween(demandeeLe, jour)
  return (
    <li>
      <AppLink href={cheminDeLaDemandeRecue(demande.id)} className={classes['lien']}>
        <strong>{NATURE_DE_TACHE[nature]}</strong>, {objet}
      </AppLink>{' '}
      {retard > 0 ? (
        <StatusBadge tone="late">{formatCount(retard, 'jour')} de retard</StatusBadge>
      ) : (
        <StatusBadge tone={retard > -4 ? 'soon' : 'neutral'}>
          pour le {formatShortDate(pourLe, jour)}
        </StatusBadge>
      )}
      <p className="pv-small pv-muted">
        {structure}
        {points > 0 && `, ${formatCount(points, 'point')}`}
        {aLaPlaceDe !== null && `, à la place de ${aLaPlaceDe}`}. Demandée par {demande.demandeur}{' '}
        {depuis === 0 ? 'aujourd’hui' : `il y a ${formatCount(depuis, 'jour')}`}
        {retard > 0 && `, souhaitée pour le ${formatShortDate(pourLe, jour)}`}.
      </p>
    </li>
  )
}

function Repondues({ repondues, jour }: { repondues: readonly DemandeDuService[]; jour: string }) {
  const { timeZone } = useWebSession()
  return (
    <Card
      title="Ce que vous avez répondu, ce qui a été conclu"
      aside={<AppLink href={cheminDesDemandesRecues()}>Tout voir</AppLink>}
    >
      <ul className="pv-lines">
        {repondues.map(({ id, nature, objet, structure, repondueA }) => (
          <li key={id}>
            <AppLink href={cheminDeLaDemandeRecue(id)} className={classes['lien']}>
              {NATURE_DE_TACHE[nature]}, {objet}
            </AppLink>
            <p className="pv-small pv-muted">
              {structure}, {nature === 'restitution' ? 'lues' : 'répondue'} le{' '}
              {repondueA !== null && formatShortDate(dayOf(repondueA, timeZone), jour)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Eloges({ eloges, jour }: { eloges: AccueilDuServiceVu['eloges']; jour: string }) {
  return (
    <Card title="Éloges à remettre à l’équipe">
      <ul className="pv-lines">
        {eloges.map(({ id, dossierId, numero, structure, texte, transmiseLe }) => (
          <li key={id}>
            <AppLink href={cheminDeLEloge(dossierId)} className={classes['lien']}>
              « {texte.length > 110 ? `${texte.slice(0, 110).trimEnd()}…` : texte} »
            </AppLink>
            <p className="pv-small pv-muted">
              {structure}, {numero}, reçu le {formatShortDate(transmiseLe, jour)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Mesures({ mesures, jour }: { mesures: AccueilDuServiceVu['mesures']; jour: string }) {
  const chemin = useCheminDuDossier()
  return (
    <Card title="Ce que vos services ont promis">
      <ul className="pv-lines">
        {mesures.map(({ id, dossierId, numero, structure, intitule, pourLe }) => {
          const retard = pourLe === null ? 0 : daysBetween(pourLe, jour)
          return (
            <li key={id}>
              <AppLink href={chemin('reclamation', dossierId)} className={classes['lien']}>
                {intitule}
              </AppLink>{' '}
              {pourLe !== null && (
                <StatusBadge tone={retard > 0 ? 'late' : 'neutral'}>
                  {retard > 0
                    ? `${formatCount(retard, 'jour')} de retard`
                    : `pour le ${formatShortDate(pourLe, jour)}`}
                </StatusBadge>
              )}
              <p className="pv-small pv-muted">
                {structure}, {numero}
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
