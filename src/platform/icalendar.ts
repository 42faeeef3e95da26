/** One event of a calendar file. Times are instants: written in UTC, they need no zone to be described. */
export interface CalendarEvent {
  /** the same at each download, so that a calendar replaces the event instead of adding it */
  readonly uid: string
  readonly stampedAt: Date
  readonly startsAt: Date
  readonly endsAt: Date
  readonly summary: string
  /** left out when empty */
  readonly location: string
  readonly status: 'CONFIRMED' | 'CANCELLED'
  /** grows with each change of the event */
  readonly sequence: number
}

/** Octets of a line, its end left out (RFC 5545, 3.1). */
const LINE_OCTETS = 75

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** A long line continues on the next ones, each beginning with a space; never inside a character. */
function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LINE_OCTETS) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += size
  }
  return result
}

/** A text value (RFC 5545, 3.3.11): control characters other than the line end have no place in it. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

/** « 20260304T133000Z » */
const utc = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** A calendar of one event, as Outlook and phones open it (RFC 5545). */
export function calendarOf(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Porte-voix//Rendez-vous//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.status}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.location === '' ? [] : [`LOCATION:${escaped(event.location)}`]),
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
