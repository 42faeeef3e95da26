import { decodeWords } from 'postal-mime'
import type { ReceivedHop } from './model.ts'
import { repairedText } from './mojibake.ts'

/** A header of the message, name in lower case, value unfolded. */
export interface Header {
  readonly key: string
  readonly value: string
}

export function headerOf(headers: readonly Header[], name: string): string | null {
  return headers.find((header) => header.key === name)?.value ?? null
}

/** Reads a block of header lines (transport headers of a .msg, delivery report). */
export function parseHeaderBlock(block: string): Header[] {
  const headers: { key: string; value: string }[] = []
  for (const line of block.split(/\r\n|\r|\n/u)) {
    const last = headers.at(-1)
    if (/^[ \t]/u.test(line) && last !== undefined) {
      last.value += ` ${line.trim()}`
      continue
    }
    const colon = line.indexOf(':')
    if (colon > 0)
      headers.push({ key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() })
  }
  return headers
}

/** One line, encoded words decoded, control characters removed. */
export function headerText(value: string | null | undefined): string {
  return (
    repairedText(decodeWords(value ?? ''))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is removed
      .replace(/[\u0001-\u001f\u007f-\u009f]+/gu, ' ')
      .trim()
  )
}

/** Identifiers are short; a thread has at most so many that are worth looking for. */
const ANSWERED_MAX = 100
const IDENTIFIER = /<[^<>\s]{1,498}>/gu

/** Identifiers of the messages this one answers, each once. */
export function answeredMessages(headers: readonly Header[]): readonly string[] {
  const named = ['in-reply-to', 'references'].map((name) => headerText(headerOf(headers, name)))
  return [...new Set(named.join(' ').match(IDENTIFIER) ?? [])].slice(0, ANSWERED_MAX)
}

/** Hops in the order of the file: the first one was added last, by our own server. */
export function receivedHops(headers: readonly Header[]): readonly ReceivedHop[] {
  return headers
    .filter((header) => header.key === 'received')
    .slice(0, 100)
    .map(({ value }) => {
      const semicolon = value.lastIndexOf(';')
      return {
        at: semicolon < 0 ? null : mailDate(value.slice(semicolon + 1)),
        by: /\bby\s+([^\s;()]+)/iu.exec(value)?.[1] ?? null,
        from: /^\s*from\s+([^\s;()]+)/iu.exec(value)?.[1] ?? null,
        raw: value.slice(0, 2000),
      }
    })
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  GMT: 0,
  UTC: 0,
  Z: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  CEST: 120,
}
const DATE =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([+-]\d{1,2}:?\d{2}|[a-z]{1,5})?/iu

/** ISO instant of a mail date (RFC 5322 and its usual mistakes); null when it says nothing sure, zone included. */
export function mailDate(value: string | null | undefined): string | null {
  const match = DATE.exec(value ?? '')
  if (match === null) return null
  const [, day, month, year, hour, minute, second = '0', zone] = match
  const monthIndex = MONTHS.indexOf((month ?? '').toLowerCase())
  const offset = zoneOffset(zone)
  if (monthIndex < 0 || offset === null) return null
  const parts = [
    fullYear(Number(year)),
    monthIndex,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  ] as const
  const local = new Date(Date.UTC(...parts))
  if (local.getUTCDate() !== parts[2] || parts[3] > 23 || parts[4] > 59) return null
  return plausibleInstant(new Date(local.getTime() - offset * 60_000))
}

/** ISO form of a date that can be a message's: between 1980 and 2100. */
export function plausibleInstant(date: Date): string | null {
  const year = date.getUTCFullYear()
  return Number.isNaN(year) || year < 1980 || year > 2100 ? null : date.toISOString()
}

function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 50 ? 2000 + year : 1900 + year
}

/** Minutes east of UTC; a date without a known zone is not an instant. */
function zoneOffset(zone: string | undefined): number | null {
  if (zone === undefined) return null
  const numeric = /^([+-])(\d{1,2}):?(\d{2})$/u.exec(zone)
  if (numeric === null) return ZONES[zone.toUpperCase()] ?? null
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3])
  return numeric[1] === '-' ? -minutes : minutes
}
