import type { Brand } from '#platform/brand.ts'
import { MONTHS, WEEKDAYS } from '#platform/french-calendar.ts'
import { formatParFuseau } from './format-par-fuseau.ts'

/** A legal day, 'YYYY-MM-DD', proleptic Gregorian, years 0001 to 9999. It has no hour and no time zone. */
export type JourCivil = Brand<string, 'JourCivil'>

/** Day of the week, ISO order: 1 = Monday … 7 = Sunday. */
export type JourDeLaSemaine = 1 | 2 | 3 | 4 | 5 | 6 | 7

interface Composants {
  readonly annee: number
  readonly mois: number
  readonly quantieme: number
}

const FORME = /^(\d{4})-(\d{2})-(\d{2})$/
const LONGUEUR_DES_MOIS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function estBissextile(annee: number): boolean {
  return (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0
}

function dernierQuantieme(annee: number, mois: number): number {
  return mois === 2 && estBissextile(annee) ? 29 : (LONGUEUR_DES_MOIS[mois - 1] ?? 0)
}

function lireComposants(texte: string): Composants | null {
  const lu = FORME.exec(texte)
  if (lu === null) return null
  const [annee, mois, quantieme] = [Number(lu[1]), Number(lu[2]), Number(lu[3])]
  const existe =
    annee >= 1 && mois >= 1 && mois <= 12 && quantieme >= 1 && quantieme <= dernierQuantieme(annee, mois)
  return existe ? { annee, mois, quantieme } : null
}

/** True when the text is a day that exists, written 'YYYY-MM-DD'. */
export function estJourCivil(texte: string): texte is JourCivil {
  return lireComposants(texte) !== null
}

/** Reads a day; throws RangeError on a malformed text or a day that does not exist ('2026-02-29'). */
export function jourCivil(texte: string): JourCivil {
  if (!estJourCivil(texte)) throw new RangeError(`Not a civil day: ${JSON.stringify(texte)}`)
  return texte
}

/** Year, month (1–12) and day of the month of a day. */
export function composantsDe(jour: JourCivil): Composants {
  const lus = lireComposants(jour)
  if (lus === null) throw new RangeError(`Not a civil day: ${JSON.stringify(jour)}`)
  return lus
}

/** Builds a day from its parts; throws RangeError when it does not exist. */
export function jourDesComposants(annee: number, mois: number, quantieme: number): JourCivil {
  const [a, m, q] = [String(annee).padStart(4, '0'), String(mois).padStart(2, '0'), String(quantieme)]
  return jourCivil(`${a}-${m}-${q.padStart(2, '0')}`)
}

// Civil-day arithmetic on integers (era of 400 years = 146,097 days, years starting in March so that the leap
// day is last): no Date, hence no time zone and no daylight saving can shift a legal day.
function numeroDe(jour: JourCivil): number {
  const { annee, mois, quantieme } = composantsDe(jour)
  const a = mois <= 2 ? annee - 1 : annee
  const ere = Math.floor(a / 400)
  const anneeDeLEre = a - ere * 400
  const jourDeLAnnee = Math.floor((153 * (mois > 2 ? mois - 3 : mois + 9) + 2) / 5) + quantieme - 1
  return (
    ere * 146_097 +
    anneeDeLEre * 365 +
    Math.floor(anneeDeLEre / 4) -
    Math.floor(anneeDeLEre / 100) +
    jourDeLAnnee
  )
}

function jourDuNumero(numero: number): JourCivil {
  const ere = Math.floor(numero / 146_097)
  const jourDeLEre = numero - ere * 146_097
  const anneeDeLEre = Math.floor(
    (jourDeLEre -
      Math.floor(jourDeLEre / 1460) +
      Math.floor(jourDeLEre / 36_524) -
      Math.floor(jourDeLEre / 146_096)) /
      365,
  )
  const jourDeLAnnee =
    jourDeLEre - (365 * anneeDeLEre + Math.floor(anneeDeLEre / 4) - Math.floor(anneeDeLEre / 100))
  const moisDepuisMars = Math.floor((5 * jourDeLAnnee + 2) / 153)
  const quantieme = jourDeLAnnee - Math.floor((153 * moisDepuisMars + 2) / 5) + 1
  const mois = moisDepuisMars < 10 ? moisDepuisMars + 3 : moisDepuisMars - 9
  return jourDesComposants(anneeDeLEre + ere * 400 + (mois <= 2 ? 1 : 0), mois, quantieme)
}

/** The day `nombre` days later (earlier when negative). Throws RangeError on a fraction or outside years 1–9999. */
export function ajouterJours(jour: JourCivil, nombre: number): JourCivil {
  if (!Number.isInteger(nombre)) throw new RangeError(`Not a whole number of days: ${nombre}`)
  return jourDuNumero(numeroDe(jour) + nombre)
}

/** De quantième à quantième; the last day of the month when that day does not exist (31 Dec + 2 months = 28 Feb). */
export function ajouterMois(jour: JourCivil, nombre: number): JourCivil {
  if (!Number.isInteger(nombre)) throw new RangeError(`Not a whole number of months: ${nombre}`)
  const { annee, mois, quantieme } = composantsDe(jour)
  const rang = annee * 12 + (mois - 1) + nombre
  const [anneeVisee, moisVise] = [Math.floor(rang / 12), (((rang % 12) + 12) % 12) + 1]
  return jourDesComposants(anneeVisee, moisVise, Math.min(quantieme, dernierQuantieme(anneeVisee, moisVise)))
}

/** Negative, zero or positive, as `Array.prototype.sort` expects. */
export function comparerJours(a: JourCivil, b: JourCivil): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whole days from the first day to the second: 0 when equal, negative when the second is earlier. */
export function joursEntre(du: JourCivil, au: JourCivil): number {
  return numeroDe(au) - numeroDe(du)
}

export function plusTot(a: JourCivil, b: JourCivil): JourCivil {
  return comparerJours(a, b) <= 0 ? a : b
}

export function plusTard(a: JourCivil, b: JourCivil): JourCivil {
  return comparerJours(a, b) >= 0 ? a : b
}

export function jourDeLaSemaine(jour: JourCivil): JourDeLaSemaine {
  // day number 0 is 0000-03-01, a Wednesday
  const rangs = [3, 4, 5, 6, 7, 1, 2] as const
  return rangs[((numeroDe(jour) % 7) + 7) % 7] ?? 1
}

/** « mercredi 4 mars 2026 », « 1er » for the first of the month; without the weekday when `semaine` is false. */
export function formaterJour(jour: JourCivil, options: { semaine?: boolean } = {}): string {
  const { annee, mois, quantieme } = composantsDe(jour)
  const date = `${quantieme === 1 ? '1er' : quantieme} ${MONTHS[mois - 1] ?? ''} ${annee}`
  return options.semaine === false ? date : `${WEEKDAYS[jourDeLaSemaine(jour) - 1] ?? ''} ${date}`
}

const formatDuJour = formatParFuseau('en-US-u-ca-gregory-nu-latn', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The legal day of an instant in the establishment's zone ('Europe/Paris'…). Throws RangeError on an unknown zone. */
export function jourDe(instant: Date, fuseau: string): JourCivil {
  const lu = formatDuJour(fuseau).formatToParts(instant)
  const nombre = (part: 'year' | 'month' | 'day') => Number(lu.find(({ type }) => type === part)?.value)
  return jourDesComposants(nombre('year'), nombre('month'), nombre('day'))
}
