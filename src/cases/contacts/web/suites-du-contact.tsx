import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDossier } from '#core/dossiers/web/index.ts'
import { Card } from '#platform/web/card.tsx'
import { urlOf } from '#platform/web/client.ts'
import { dayOf, formatRelativeDay, formatShortDate } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { type BadgeTone, StatusBadge } from '#platform/web/status-badge.tsx'
import { type ContactVu, contract, type SuiteVue } from '../contract.ts'
import { LIBELLES_DES_ETATS_DE_SUITE, LIBELLES_DES_SUITES } from '../domain/labels.ts'
import type { Issue, NatureDeSuite } from '../domain/model.ts'
import { quandEnMots } from '../domain/suites.ts'
import classes from './contacts.module.css'
import { Prevoir } from './prevoir.tsx'
import { Terminer } from './terminer.tsx'

type Fenetre =
  | { readonly quoi: 'prevoir'; readonly nature: NatureDeSuite }
  | { readonly quoi: 'terminer'; readonly suite: SuiteVue; readonly issue: Issue }

const tonDe = (pourLe: string, today: string): BadgeTone =>
  pourLe < today ? 'late' : pourLe === today ? 'soon' : 'neutral'

/** With whom, where, at which number. */
const detailDe = ({ avec, lieu, telephone, agent }: SuiteVue): string =>
  [telephone, lieu, avec === '' ? '' : `avec ${avec}`, `confié à ${agent.nom}`]
    .filter((mot) => mot !== '')
    .join(' · ')

interface PromesseProps {
  readonly suite: SuiteVue
  readonly peutTerminer: boolean
  readonly onTerminer: (issue: Issue) => void
}

/** A promise still to be kept, with what ends it. */
function Promesse({ suite, peutTerminer, onTerminer }: PromesseProps) {
  const { today } = useWebSession()
  const { tronc } = useDossier()
  const lien = (issue: Issue, texte: string) => (
    <Button size="compact-sm" variant="transparent" px={0} fw={500} onClick={() => onTerminer(issue)}>
      {texte}
    </Button>
  )
  return (
    <li className={classes['promesse']}>
      <div>
        <p className={classes['titre']}>
          <strong>{LIBELLES_DES_SUITES[suite.nature]}</strong> {quandEnMots(suite)}
          <StatusBadge tone={tonDe(suite.pourLe, today)}>
            {formatRelativeDay(suite.pourLe, today)}
          </StatusBadge>
        </p>
        <p className="pv-small pv-muted">{detailDe(suite)}</p>
      </div>
      <div className={`${classes['gestes']} pv-no-print`}>
        {suite.nature === 'rendez-vous' && (
          <a href={urlOf(contract.telechargerRendezVous, { id: tronc.id, suiteId: suite.id })} download>
            Mettre à l’agenda (.ics)
          </a>
        )}
        {peutTerminer && (
          <>
            {lien('annule', 'Annuler')}
            {suite.nature === 'rappel'
              ? lien('sans-reponse', 'N’a pas répondu')
              : lien('manque', 'Pas venue')}
            <Button size="compact-md" variant="default" onClick={() => onTerminer('fait')}>
              {suite.nature === 'rappel' ? 'Rappelée' : 'A eu lieu'}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

function Passee({ suite }: { suite: SuiteVue }) {
  const { today, timeZone } = useWebSession()
  const le = suite.finieA === null ? '' : `, ${formatShortDate(dayOf(suite.finieA, timeZone), today)}`
  return (
    <li className={classes['promesse']}>
      <div>
        <p className="pv-muted">
          {LIBELLES_DES_SUITES[suite.nature]}, {quandEnMots(suite)}&nbsp;:{' '}
          {LIBELLES_DES_ETATS_DE_SUITE[suite.etat]}
          {le}
        </p>
        {suite.note !== '' && <p className="pv-small">{suite.note}</p>}
      </div>
    </li>
  )
}

/** What was promised to the person, and what became of it. */
export function SuitesDuContact({ suites, actions }: Pick<ContactVu, 'suites' | 'actions'>) {
  const [fenetre, setFenetre] = useState<Fenetre | null>(null)
  const prevues = suites.filter(({ etat }) => etat === 'prevu')
  const passees = suites.filter(({ etat }) => etat !== 'prevu')
  const fermer = (): void => setFenetre(null)
  const bouton = (nature: NatureDeSuite, texte: string) => (
    <Button
      variant="transparent"
      px={0}
      fw={500}
      size="compact-sm"
      onClick={() => setFenetre({ quoi: 'prevoir', nature })}
    >
      {texte}
    </Button>
  )
  return (
    <Card
      title="Rappels et rendez-vous"
      aside={
        actions.prevoir === null ? (
          <span className={classes['gestes']}>
            {bouton('rappel', 'Prévoir un rappel')}
            {bouton('rendez-vous', 'Prévoir un rendez-vous')}
          </span>
        ) : undefined
      }
    >
      {suites.length === 0 ? (
        <p className="pv-muted">Rien n’a été promis à la personne.</p>
      ) : (
        <ul className={classes['promesses']}>
          {prevues.map((suite) => (
            <Promesse
              key={suite.id}
              suite={suite}
              peutTerminer={actions.terminer === null}
              onTerminer={(issue) => setFenetre({ quoi: 'terminer', suite, issue })}
            />
          ))}
          {passees.map((suite) => (
            <Passee key={suite.id} suite={suite} />
          ))}
        </ul>
      )}
      {fenetre?.quoi === 'prevoir' && <Prevoir nature={fenetre.nature} onFermer={fermer} />}
      {fenetre?.quoi === 'terminer' && (
        <Terminer
          suite={fenetre.suite}
          issue={fenetre.issue}
          estLaDerniere={prevues.length === 1}
          onFermer={fermer}
        />
      )}
    </Card>
  )
}
