import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { debutDuJour, heureDe, instantDe } from './instant.ts'
import { ajouterJours, jourCivil, jourDe } from './jour-civil.ts'

const FUSEAUX = [
  'Europe/Paris',
  'America/Cayenne',
  'America/Guadeloupe',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
] as const

describe('le jour d’un instant est celui de l’établissement, pas celui de la machine', () => {
  it.each([
    ['2026-01-05T22:59:59Z', 'Europe/Paris', '2026-01-05', '23:59'],
    ['2026-01-05T23:00:00Z', 'Europe/Paris', '2026-01-06', '00:00'],
    ['2026-07-05T22:00:00Z', 'Europe/Paris', '2026-07-06', '00:00'],
    ['2026-01-06T02:59:59Z', 'America/Cayenne', '2026-01-05', '23:59'],
    ['2026-01-05T20:00:00Z', 'Indian/Reunion', '2026-01-06', '00:00'],
    ['2025-12-31T13:00:00Z', 'Pacific/Noumea', '2026-01-01', '00:00'],
  ])('%s à %s : %s, %s', (instant, fuseau, jour, heure) => {
    expect(jourDe(new Date(instant), fuseau)).toBe(jour)
    expect(heureDe(new Date(instant), fuseau)).toBe(heure)
  })

  it('un fuseau inconnu est refusé', () => {
    expect(() => jourDe(new Date(0), 'Europe/Lutece')).toThrow(RangeError)
  })
})

describe('le début d’un jour', () => {
  it.each([
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Paris', '2026-10-25T23:00:00.000Z'],
    ['2026-06-10', 'America/Cayenne', '2026-06-10T03:00:00.000Z'],
    // midnight does not exist that day in Beirut: the day starts at one o'clock
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
  ])('le %s à %s commence à %s', (jour, fuseau, instant) => {
    expect(debutDuJour(jourCivil(jour), fuseau).toISOString()).toBe(instant)
  })

  it('appartient au jour, et la seconde d’avant au jour précédent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7300 }), fc.constantFrom(...FUSEAUX), (n, fuseau) => {
        const jour = ajouterJours(jourCivil('2020-01-01'), n)
        const debut = debutDuJour(jour, fuseau)
        expect(jourDe(debut, fuseau)).toBe(jour)
        expect(jourDe(new Date(debut.getTime() - 1), fuseau)).toBe(ajouterJours(jour, -1))
      }),
      { numRuns: 60 },
    )
  })
})

describe('l’instant d’une heure dite', () => {
  it.each([
    ['2026-01-05', '10:30', 'Europe/Paris', '2026-01-05T09:30:00.000Z'],
    ['2026-07-05', '10:30', 'Europe/Paris', '2026-07-05T08:30:00.000Z'],
    ['2026-03-29', '01:59', 'Europe/Paris', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
    ['2026-01-05', '23:30', 'America/Cayenne', '2026-01-06T02:30:00.000Z'],
    ['2026-01-05', '00:15', 'Pacific/Noumea', '2026-01-04T13:15:00.000Z'],
  ])('le %s à %s, %s, est %s', (jour, heure, fuseau, instant) => {
    expect(instantDe(jourCivil(jour), heure, fuseau).toISOString()).toBe(instant)
  })

  it('se relit comme elle a été dite, sauf quand elle n’existe pas', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7300 }),
        fc.integer({ min: 4 * 60, max: 24 * 60 - 1 }),
        fc.constantFrom(...FUSEAUX),
        (n, minutes, fuseau) => {
          const jour = ajouterJours(jourCivil('2020-01-01'), n)
          const heure = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
          const instant = instantDe(jour, heure, fuseau)
          expect([jourDe(instant, fuseau), heureDe(instant, fuseau)]).toEqual([jour, heure])
        },
      ),
      { numRuns: 100 },
    )
  })

  it('une heure que le changement d’heure saute tombe une heure à côté', () => {
    const instant = instantDe(jourCivil('2026-03-29'), '02:30', 'Europe/Paris')
    expect(['01:30', '03:30']).toContain(heureDe(instant, 'Europe/Paris'))
  })
})
