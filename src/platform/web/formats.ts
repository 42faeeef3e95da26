import { MONTHS, WEEKDAYS } from '../french-calendar.ts'

const NBSP = '\u00a0'
const SHORT_MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const

interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
  /** days since 1 January 1970, a plain count without any zone */
  readonly rank: number
}

/** Reads 'YYYY-MM-DD'. A day has no hour: it is never turned into an instant of some zone. */
function partsOf(day: string): DayParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  if (match === null) return null
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return { year, month, day: date, rank: Math.round(Date.UTC(year, month - 1, date) / 86_400_000) }
}

const ordinal = (day: number): string => (day === 1 ? '1er' : String(day))
const monthOf = (parts: DayParts): string => MONTHS[parts.month - 1] ?? ''
const weekdayOf = (parts: DayParts): string => WEEKDAYS[(((parts.rank + 3) % 7) + 7) % 7] ?? ''

/** « mercredi 4 mars 2026 » from '2026-03-04'. */
export function formatDay(day: string): string {
  const parts = partsOf(day)
  if (parts === null) return day
  return `${weekdayOf(parts)} ${ordinal(parts.day)}${NBSP}${monthOf(parts)} ${parts.year}`
}

/** « mercredi 4 mars »: when the year goes without saying. */
export function formatDayInYear(day: string): string {
  const parts = partsOf(day)
  return parts === null ? day : `${weekdayOf(parts)} ${ordinal(parts.day)}${NBSP}${monthOf(parts)}`
}

/** « 4 mars 2026 ». */
export function formatDate(day: string): string {
  const parts = partsOf(day)
  return parts === null ? day : `${ordinal(parts.day)}${NBSP}${monthOf(parts)} ${parts.year}`
}

/** « 4 mars » or, in another year than `today`, « 4 mars 2025 ». */
export function formatShortDate(day: string, today: string): string {
  const parts = partsOf(day)
  if (parts === null) return day
  const short = `${ordinal(parts.day)}${NBSP}${SHORT_MONTHS[parts.month - 1] ?? ''}`
  return parts.year === partsOf(today)?.year ? short : `${short} ${parts.year}`
}

/** Days from `from` to `to`, negative when `to` is past. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [partsOf(from), partsOf(to)]
  return a === null || b === null ? 0 : b.rank - a.rank
}

/** « aujourd’hui », « demain », « lundi 23 », « dans 12 jours », « en retard, 2 j » seen from `today`. */
export function formatRelativeDay(day: string, today: string): string {
  const parts = partsOf(day)
  if (parts === null) return day
  const distance = daysBetween(today, day)
  if (distance === 0) return 'aujourd’hui'
  if (distance === 1) return 'demain'
  if (distance < 0) return `en retard, ${formatNumber(-distance)}${NBSP}j`
  return distance < 7 ? `${weekdayOf(parts)} ${ordinal(parts.day)}` : `dans ${formatCount(distance, 'jour')}`
}

/** « hier », « il y a 3 jours », « le 4 mars »: for what is behind us. */
export function formatPastDay(day: string, today: string): string {
  const distance = daysBetween(day, today)
  if (distance === 0) return 'aujourd’hui'
  if (distance === 1) return 'hier'
  return distance > 1 && distance < 8 ? `il y a ${distance}${NBSP}jours` : `le ${formatShortDate(day, today)}`
}

/** « 3 jours », « 1 jour », « 1 200 dossiers »; `plural` when it is not the singular with an s. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)}${NBSP}${Math.abs(count) < 2 ? singular : plural}`
}

export const formatNumber = (value: number): string => value.toLocaleString('fr-FR')

/** « 14 h 32 » from an instant, in the zone of the establishment when given. */
export function formatTime(instant: string, zone?: string): string {
  const parts = new Intl.DateTimeFormat('fr-FR', {
    hour: 'numeric',
    minute: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(new Date(instant))
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? ''
  return `${Number(part('hour'))}${NBSP}h${NBSP}${part('minute')}`
}

/** Day of an instant in a zone, as 'YYYY-MM-DD'. */
export function dayOf(instant: string, zone?: string): string {
  return new Intl.DateTimeFormat('sv-SE', zone === undefined ? {} : { timeZone: zone }).format(
    new Date(instant),
  )
}

/** « mercredi 4 mars 2026 à 14 h 32 ». */
export const formatInstant = (instant: string, zone?: string): string =>
  `${formatDay(dayOf(instant, zone))} à${NBSP}${formatTime(instant, zone)}`

const UNITS = ['octets', 'Ko', 'Mo', 'Go'] as const

/** « 2,4 Mo » from a number of bytes. */
export function formatSize(bytes: number): string {
  const rank = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10))
  const value = bytes / 1024 ** rank
  const text = value.toLocaleString('fr-FR', { maximumFractionDigits: rank === 0 || value >= 100 ? 0 : 1 })
  return `${text}${NBSP}${UNITS[rank] ?? ''}`
}

/** « a, b et c ». */
export function formatList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`
}

export const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
