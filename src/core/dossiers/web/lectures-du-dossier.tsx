import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { dayOf, formatShortDate, formatTime } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import type { TroncVu } from '../contract.ts'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'

type Lecture = NonNullable<TroncVu['lectures']>[number]

const MONTREES = 5

interface LectureGroupee extends Lecture {
  readonly fois: number
}

/** The same agent doing the same thing several times in a row on one day is one line. */
export function grouperLectures(lectures: readonly Lecture[], timeZone: string): LectureGroupee[] {
  const groupees: LectureGroupee[] = []
  for (const lecture of lectures) {
    const derniere = groupees.at(-1)
    const pareille =
      derniere !== undefined &&
      derniere.agent === lecture.agent &&
      derniere.evenement === lecture.evenement &&
      dayOf(derniere.survenueA, timeZone) === dayOf(lecture.survenueA, timeZone)
    if (pareille) groupees[groupees.length - 1] = { ...derniere, fois: derniere.fois + 1 }
    else groupees.push({ ...lecture, fois: 1 })
  }
  return groupees
}

/** Who saw the dossier and did what, for the roles that may read the journal. */
export function LecturesDuDossier() {
  const { lectures } = useDossier().tronc
  const { today, timeZone } = useWebSession()
  const [toutes, setToutes] = useState(false)
  const id = useId()
  if (lectures === null) return null
  const groupees = grouperLectures(lectures, timeZone)
  const montrees = toutes ? groupees : groupees.slice(0, MONTREES)
  return (
    <Card title="Qui l’a vu" className="pv-no-print">
      <ul id={id} className={classes['lectures']}>
        {montrees.map(({ agent, libelle, survenueA, evenement, fois }) => (
          <li key={`${survenueA}-${agent}-${evenement}`}>
            <span>
              <strong>{agent}</strong> {libelle.charAt(0).toLocaleLowerCase('fr') + libelle.slice(1)}
              {fois > 1 && ` (${fois} fois)`}
            </span>
            <span className="pv-muted">
              {formatShortDate(dayOf(survenueA, timeZone), today)}, {formatTime(survenueA, timeZone)}
            </span>
          </li>
        ))}
      </ul>
      {groupees.length > MONTREES && (
        <Button
          variant="transparent"
          px={0}
          fw={500}
          size="compact-sm"
          aria-expanded={toutes}
          aria-controls={id}
          onClick={() => setToutes(!toutes)}
        >
          {toutes ? 'Montrer moins' : `Montrer tout (${groupees.length})`}
        </Button>
      )}
    </Card>
  )
}
