import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { cheminDUnNouveauContact } from '#cases/contacts/web/index.ts'
import { cheminDesDossiers, useTypesWeb } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { capitalized, formatDayInYear } from '#platform/web/formats.ts'
import { useGoTo } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { type AccueilVu, contract } from '../contract.ts'
import { ALaPlaceDe } from './a-la-place-de.tsx'
import classes from './accueil.module.css'
import { AccueilDuService } from './accueil-du-service.tsx'
import { Agenda } from './agenda.tsx'
import { BrouillonsAReprendre } from './brouillons.tsx'
import { Chiffres } from './chiffres.tsx'
import { EnAttente } from './en-attente.tsx'
import { LigneAFaire } from './ligne-a-faire.tsx'
import { phraseDuJour } from './phrase-du-jour.tsx'

/** Home: what is due, why, and the next action one click away. */
export function Accueil() {
  const session = useWebSession()
  const goTo = useGoTo()
  const voitDesDossiers = session.can('dossiers.consulter')
  // An administrator has no dossier to do: the accounts are his home.
  useEffect(() => {
    if (!voitDesDossiers) goTo('/agents', { replace: true })
  }, [voitDesDossiers, goTo])
  if (!voitDesDossiers) return null
  // Who answers for services owes answers: their home says those, and nothing that is not theirs.
  return session.can('taches.repondre') ? <AccueilDuService /> : <Jour />
}

function Jour() {
  const session = useWebSession()
  const query = useOperation(contract.obtenirAccueil, {}, { staleTime: 0 })
  const jour = query.data?.aujourdHui ?? session.today
  return (
    <Page>
      <PageHeader
        title={capitalized(formatDayInYear(jour))}
        documentTitle="Aujourd’hui"
        lead={query.data === undefined ? '\u00a0' : phraseDuJour(query.data)}
        actions={session.can('contacts.enregistrer') ? <NoterUnContact /> : undefined}
      />
      {session.can('dossiers.assigner') && <ALaPlaceDe />}
      <QueryView query={query}>{(accueil) => <Contenu accueil={accueil} />}</QueryView>
    </Page>
  )
}

/** The most frequent gesture of the day: someone is there, or on the phone. */
function NoterUnContact() {
  const goTo = useGoTo()
  return (
    <Button variant="default" aria-keyshortcuts="c" onClick={() => goTo(cheminDUnNouveauContact())}>
      Noter un contact
      <span className={classes['touche']} aria-hidden="true">
        <kbd>c</kbd>
      </span>
    </Button>
  )
}

function Contenu({ accueil }: { accueil: AccueilVu }) {
  const session = useWebSession()
  const peutModifier = session.can('dossiers.modifier')
  const neuf = accueil.compteurs.ouverts === 0 && accueil.aFaire.length === 0
  const { deMoi, enAttente } = accueil
  const agenda = peutModifier ? accueil.agenda : []
  const aCote =
    agenda.length + deMoi.length + enAttente.length > 0 || (peutModifier && accueil.brouillons > 0)
  if (neuf && accueil.brouillons === 0) return <PremierJour peutCreer={peutModifier} />
  return (
    <>
      <Chiffres accueil={accueil} />
      <div className={aCote ? classes['jour'] : undefined}>
        <Card title={peutModifier ? 'À faire' : 'À suivre'} className={classes['aFaire'] ?? ''}>
          <div id="a-faire">
            {accueil.aFaire.length === 0 ? (
              <EmptyState title="Rien ne presse">
                Aucune échéance dépassée ni proche. Les dossiers en cours restent dans{' '}
                <AppLink href={cheminDesDossiers({ vue: 'ouverts' })}>la liste</AppLink>.
              </EmptyState>
            ) : (
              <ul className="pv-lines">
                {accueil.aFaire.map((ligne) => (
                  <LigneAFaire
                    key={`${ligne.dossier.id} ${ligne.titre}`}
                    ligne={ligne}
                    jour={accueil.aujourdHui}
                  />
                ))}
              </ul>
            )}
          </div>
        </Card>
        {aCote && (
          <div className="pv-stack">
            {agenda.length > 0 && (
              <Agenda lignes={agenda} estCoupe={accueil.agendaCoupe} jour={accueil.aujourdHui} />
            )}
            {peutModifier && accueil.brouillons > 0 && <BrouillonsAReprendre jour={accueil.aujourdHui} />}
            {deMoi.length > 0 && (
              <EnAttente titre="On attend de vous" lignes={deMoi} jour={accueil.aujourdHui} />
            )}
            {enAttente.length > 0 && (
              <EnAttente titre="Qui doit quoi" lignes={enAttente} jour={accueil.aujourdHui} />
            )}
          </div>
        )}
      </div>
    </>
  )
}

/** Nothing recorded yet: what this screen will say, and how a first dossier arrives. */
function PremierJour({ peutCreer }: { peutCreer: boolean }) {
  const types = useTypesWeb()
  const session = useWebSession()
  const creations = types.map(({ creation }) => creation).filter(({ permission }) => session.can(permission))
  return (
    <Card>
      <EmptyState
        title={peutCreer ? 'Tout commence par un premier dossier' : 'Aucun dossier dans vos services'}
        action={
          <div className="pv-row">
            {creations.map(({ label, href }) => (
              <AppLink key={href} href={href} className={classes['bouton']}>
                {label}
              </AppLink>
            ))}
          </div>
        }
      >
        {peutCreer
          ? 'Déposez un courriel d’Outlook, un courrier numérisé, ou écrivez ce que la personne vient de dire. Porte-voix calcule les échéances et les affiche ici chaque matin, avec leur raison.'
          : 'Les dossiers qui citent l’un de vos services apparaîtront ici.'}
      </EmptyState>
    </Card>
  )
}
