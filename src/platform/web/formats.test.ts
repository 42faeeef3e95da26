import { describe, expect, it } from 'vitest'
import {
  daysBetween,
  formatCount,
  formatDay,
  formatList,
  formatRelativeDay,
  formatShortDate,
  formatSize,
  formatTime,
} from './formats.ts'

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

describe('days', () => {
  it.each([
    ['2026-03-04', 'mercredi 4 mars 2026'],
    ['2026-11-01', 'dimanche 1er novembre 2026'],
    ['1969-12-31', 'mercredi 31 décembre 1969'],
  ])('%s reads %s whatever the zone of the machine', (day, text) => expect(plain(formatDay(day))).toBe(text))

  it.each([
    ['2026-11-21', 'aujourd’hui'],
    ['2026-11-22', 'demain'],
    ['2026-11-23', 'lundi 23'],
    ['2026-12-03', 'dans 12 jours'],
    ['2026-11-20', 'en retard, 1 j'],
    ['2026-11-19', 'en retard, 2 j'],
  ])('%s seen from 21 November 2026 is %s', (day, text) =>
    expect(plain(formatRelativeDay(day, '2026-11-21'))).toBe(text),
  )

  it('counts days across a change of clock', () => expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2))

  it('shows the year only when it differs', () => {
    expect(plain(formatShortDate('2026-11-05', '2026-11-21'))).toBe('5 nov.')
    expect(plain(formatShortDate('2025-11-05', '2026-11-21'))).toBe('5 nov. 2025')
  })
})

it('tells the time of an establishment overseas', () =>
  expect(plain(formatTime('2026-03-04T17:05:00Z', 'America/Cayenne'))).toBe('14 h 05'))

it.each([
  [0, '0 octets'],
  [1536, '1,5 Ko'],
  [2_500_000, '2,4 Mo'],
  [250_000_000, '238 Mo'],
])('%s bytes read %s', (bytes, text) => expect(plain(formatSize(bytes))).toBe(text))

it('agrees in number', () => {
  expect(plain(formatCount(1, 'dossier'))).toBe('1 dossier')
  expect(plain(formatCount(1200, 'dossier'))).toBe('1 200 dossiers')
  expect(formatList(['a', 'b', 'c'])).toBe('a, b et c')
})
