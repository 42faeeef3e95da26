import { ajouterJours, type JourCivil, jourDesComposants } from './jour-civil.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatDe(fuseau: string): Intl.DateTimeFormat {
  const connu = formats.get(fuseau)
  if (connu !== undefined) return connu
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: fuseau,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(fuseau, format)
  return format
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute'

function lire(instant: Date, fuseau: string, part: Part): string {
  return (
    formatDe(fuseau)
      .formatToParts(instant)
      .find(({ type }) => type === part)?.value ?? ''
  )
}

/** The legal day of an instant in the establishment's zone ('Europe/Paris'…). Throws RangeError on an unknown zone. */
export function jourDe(instant: Date, fuseau: string): JourCivil {
  const [annee, mois, quantieme] = [
    lire(instant, fuseau, 'year'),
    lire(instant, fuseau, 'month'),
    lire(instant, fuseau, 'day'),
  ]
  return jourDesComposants(Number(annee), Number(mois), Number(quantieme))
}

/** The clock time of an instant in the establishment's zone, 'HH:MM'. */
export function heureDe(instant: Date, fuseau: string): string {
  return `${lire(instant, fuseau, 'hour')}:${lire(instant, fuseau, 'minute')}`
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
