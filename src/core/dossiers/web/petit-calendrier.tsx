import type { EcheanceVue } from '#core/echeances/contract.ts'
import { daysBetween, formatDay, formatShortDate } from '#platform/web/formats.ts'
import classes from './echeances.module.css'

type Jour = EcheanceVue['jours'][number]

const INITIALES = ['L', 'M', 'M', 'J', 'V', 'S', 'D'] as const
const LUNDI = '2024-01-01'

/** 0 for Monday. */
const rangDansLaSemaine = (jour: string): number => ((daysBetween(LUNDI, jour) % 7) + 7) % 7

const seSuivent = (jours: readonly Jour[]): boolean =>
  jours.every(({ jour }, rang) => rang === 0 || daysBetween(jours[rang - 1]?.jour ?? jour, jour) === 1)

const enMots = ({ jour, compte, rang, motif }: Jour): string =>
  `${formatDay(jour)}\u00a0: ${compte ? (rang === null ? 'compté' : `jour ${rang}`) : 'ne compte pas'}${motif === '' ? '' : `, ${motif}`}`

function Jalons({ jours }: { jours: readonly Jour[] }) {
  return (
    <ul className={classes['jalons']}>
      {jours.map((jour) => (
        <li key={jour.jour}>{enMots(jour)}</li>
      ))}
    </ul>
  )
}

export interface PetitCalendrierProps {
  readonly jours: readonly Jour[]
  readonly terme: string | null
  readonly today: string
}

/** The days of a time limit, week by week: counted, skipped, and the last one. Long delays show their milestones. */
export function PetitCalendrier({ jours, terme, today }: PetitCalendrierProps) {
  const [premier] = jours
  if (premier === undefined) return null
  if (!seSuivent(jours) || jours.length > 42) return <Jalons jours={jours} />
  const sautes = [...new Set(jours.filter(({ compte }) => !compte).map(({ motif }) => motif))].filter(
    (motif) => motif !== '',
  )
  return (
    <div className={classes['calendrier']}>
      <p className={classes['mois']}>
        du {formatShortDate(premier.jour, today)} au{' '}
        {formatShortDate(jours.at(-1)?.jour ?? premier.jour, today)}
      </p>
      <div className={classes['semaine']} aria-hidden="true">
        {INITIALES.map((initiale, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the seven days never move
          <span key={rang}>{initiale}</span>
        ))}
      </div>
      <ol className={classes['jours']}>
        {jours.map((jour, rang) => (
          <li
            key={jour.jour}
            title={enMots(jour)}
            className={
              jour.jour === terme ? classes['terme'] : jour.compte ? classes['compte'] : classes['saute']
            }
            style={rang === 0 ? { gridColumnStart: rangDansLaSemaine(jour.jour) + 1 } : undefined}
          >
            <span aria-hidden="true">{Number(jour.jour.slice(8))}</span>
            <span className="pv-sr">{enMots(jour)}</span>
          </li>
        ))}
      </ol>
      {sautes.length > 0 && (
        <p className={classes['legende']}>Rayés, non comptés&nbsp;: {sautes.join(', ')}.</p>
      )}
    </div>
  )
}
