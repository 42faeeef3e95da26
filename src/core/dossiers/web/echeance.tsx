import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { EcheanceVue } from '#core/echeances/contract.ts'
import { formatDay, formatRelativeDay } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { type BadgeTone, StatusBadge } from '#platform/web/status-badge.tsx'
import classes from './echeances.module.css'
import { PetitCalendrier } from './petit-calendrier.tsx'

const TONS: Readonly<Record<EcheanceVue['situation'], BadgeTone>> = {
  'a-venir': 'neutral',
  proche: 'soon',
  depassee: 'late',
  close: 'quiet',
}

const REGLEES = {
  tenue: 'tenue',
  neutralisee: 'neutralisée',
  'sans-objet': 'sans objet',
  suspendue: 'suspendue',
} as const

function Badge({ echeance, today }: { echeance: EcheanceVue; today: string }) {
  const { etat, situation, limiteLe, cibleLe } = echeance
  if (etat !== 'ouverte')
    return <StatusBadge tone={etat === 'tenue' ? 'ok' : 'quiet'}>{REGLEES[etat]}</StatusBadge>
  const jour = limiteLe ?? cibleLe
  if (jour === null) return null
  return <StatusBadge tone={TONS[situation]}>{formatRelativeDay(jour, today)}</StatusBadge>
}

const espaces = (texte: string): string => texte.replaceAll('\u00a0', ' ')

/** The sentence, its day in bold: what the eye looks for first. */
function Phrase({ echeance }: { echeance: EcheanceVue }) {
  const { limiteLe, cibleLe } = echeance
  const phrase = echeance.phrase.replace(/(art\.|[LRD]\.) /g, '$1\u00a0')
  const jour = limiteLe ?? cibleLe
  const ecrit = jour === null ? '' : espaces(formatDay(jour))
  const debut = ecrit === '' ? -1 : espaces(phrase).indexOf(ecrit)
  if (debut < 0) return <>{phrase}</>
  return (
    <>
      {phrase.slice(0, debut)}
      <strong className="pv-nowrap">{phrase.slice(debut, debut + ecrit.length)}</strong>
      {phrase.slice(debut + ecrit.length)}
    </>
  )
}

/** One deadline: the sentence, then on request where its date comes from, day by day. */
export function Echeance({ echeance }: { echeance: EcheanceVue }) {
  const { today } = useWebSession()
  const [ouverte, setOuverte] = useState(false)
  const id = useId()
  return (
    <div className={classes['echeance']}>
      <p>
        <Badge echeance={echeance} today={today} /> <Phrase echeance={echeance} />
      </p>
      <Button
        variant="transparent"
        px={0}
        fw={500}
        size="compact-sm"
        className={`${classes['pourquoi']} pv-no-print`}
        aria-expanded={ouverte}
        aria-controls={id}
        aria-label={`${ouverte ? 'Replier l’explication' : 'Pourquoi cette date ?'} ${echeance.libelle}`}
        onClick={() => setOuverte(!ouverte)}
      >
        {ouverte ? 'Replier l’explication' : 'Pourquoi cette date\u00a0?'}
      </Button>
      <div id={id} hidden={!ouverte} className={classes['explication']}>
        {echeance.explication.map((phrase, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences in a fixed order
          <p key={rang} className={rang === 0 ? classes['premiere'] : undefined}>
            {phrase}
          </p>
        ))}
        <PetitCalendrier jours={echeance.jours} terme={echeance.limiteLe ?? echeance.cibleLe} today={today} />
        {echeance.aConfirmer && (
          <p className="pv-muted">Cette lecture du texte reste à confirmer par l’établissement.</p>
        )}
      </div>
    </div>
  )
}
