import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, calendarOf } from './icalendar.ts'

const event = (plus: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '01900000-0000-7000-8000-000000000001@porte-voix',
  stampedAt: new Date('2026-01-05T09:00:00.123Z'),
  startsAt: new Date('2026-03-04T13:30:00Z'),
  endsAt: new Date('2026-03-04T14:00:00Z'),
  summary: 'Rendez-vous – CON-2026-00012',
  location: '',
  status: 'CONFIRMED',
  sequence: 0,
  ...plus,
})

/** Lines as a reader sees them: those that continue are put together again (RFC 5545, 3.1). */
const unfolded = (text: string): string[] => text.replace(/\r\n /g, '').split('\r\n')
const textOf = (text: string, name: string): string | undefined =>
  unfolded(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_all, c: string) => (c === 'n' ? '\n' : c))

describe('un rendez-vous en fichier d’agenda', () => {
  it('est un calendrier d’un événement, aux instants écrits en UTC', () => {
    expect(unfolded(calendarOf(event()))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Porte-voix//Rendez-vous//FR',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:01900000-0000-7000-8000-000000000001@porte-voix',
      'DTSTAMP:20260105T090000Z',
      'DTSTART:20260304T133000Z',
      'DTEND:20260304T140000Z',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'SUMMARY:Rendez-vous – CON-2026-00012',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it.each([
    ['Bât. B, 2e étage; porte 4', 'Bât. B\\, 2e étage\\; porte 4'],
    ['C:\\salle', 'C:\\\\salle'],
    ['Hall\r\nNord', 'Hall\\nNord'],
    ['Salle\u0000 1', 'Salle 1'],
  ])('protège ce qui séparerait : %j', (location, written) => {
    expect(textOf(calendarOf(event({ location })), 'LOCATION')).toBe(written)
  })

  it('ne dépasse jamais 75 octets par ligne, ne coupe aucun caractère, et se relit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (texte) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are dropped on purpose
        const location = `é${texte.replace(/[\u0000-\u001f\u007f]/g, '')}`
        const text = calendarOf(event({ location }))
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text.isWellFormed()).toBe(location.isWellFormed())
        expect(unescaped(textOf(text, 'LOCATION') ?? '')).toBe(location)
      }),
    )
  })

  it('finit chaque ligne par CR LF', () => {
    expect(calendarOf(event()).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})
