import { formatParFuseau } from './format-par-fuseau.ts'
import { ajouterJours, type JourCivil, jourDe } from './jour-civil.ts'

const formatDeLHeure = formatParFuseau('en-US-u-nu-latn', {
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
})

/** The clock time of an instant in the establishment's zone, 'HH:MM'. Throws RangeError on an unknown zone. */
export function heureDe(instant: Date, fuseau: string): string {
  return formatDeLHeure(fuseau).format(instant)
}

/** The first instant of a legal day in the zone, whatever the clock change: found by search, since midnight may not exist. */
export function debutDuJour(jour: JourCivil, fuseau: string): Date {
  // no zone is further than 15 hours from UTC: the day starts within this window
  let avant = Date.parse(`${ajouterJours(jour, -1)}T00:00:00Z`)
  let apres = Date.parse(`${ajouterJours(jour, 1)}T00:00:00Z`)
  while (apres - avant > 1000) {
    const milieu = avant + Math.floor((apres - avant) / 2000) * 1000
    if (jourDe(new Date(milieu), fuseau) < jour) avant = milieu
    else apres = milieu
  }
  return new Date(apres)
}

/**
 * The instant of a clock time, 'HH:MM', of a day in the zone. In the hour that a clock change skips or repeats, one of the two
 * that make sense.
 */
export function instantDe(jour: JourCivil, heure: string, fuseau: string): Date {
  const vise = Date.parse(`${jour}T${heure}:00Z`)
  const decalage = (instant: number): number => {
    const date = new Date(instant)
    return Date.parse(`${jourDe(date, fuseau)}T${heureDe(date, fuseau)}:00Z`) - instant
  }
  // once from the offset around that time, once more from the offset there: enough beside a clock change
  const proche = vise - decalage(vise)
  return new Date(vise - decalage(proche))
}

/** « 10 h 30 » from '10:30', « 9 h » from '09:00'. */
export function heureEnMots(heure: string): string {
  const [heures = '', minutes = ''] = heure.split(':')
  const debut = `${Number(heures)}\u00a0h`
  return minutes === '00' ? debut : `${debut}\u00a0${minutes}`
}
