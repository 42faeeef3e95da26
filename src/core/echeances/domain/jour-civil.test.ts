import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ajouterJours,
  ajouterMois,
  comparerJours,
  composantsDe,
  estJourCivil,
  formaterJour,
  type JourCivil,
  jourCivil,
  jourDeLaSemaine,
  joursEntre,
} from './jour-civil.ts'

const unJour = fc.integer({ min: 0, max: 3_287_181 }).map((n) => ajouterJours(jourCivil('0100-01-01'), n))

// The reference the arithmetic is checked against: Date in UTC, where no clock ever changes.
function enUtc(jour: JourCivil): number {
  return Date.parse(`${jour}T00:00:00Z`) / 86_400_000
}

describe('un jour civil', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepte %s', (texte) => {
    expect(jourCivil(texte)).toBe(texte)
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
  ])('refuse « %s »', (texte) => {
    expect(estJourCivil(texte)).toBe(false)
    expect(() => jourCivil(texte)).toThrow(RangeError)
  })

  it('connaît exactement les jours du calendrier grégorien', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_525 }), (n) => {
        const texte = new Date(n * 86_400_000).toISOString().slice(0, 10)
        expect(ajouterJours(jourCivil('1970-01-01'), n)).toBe(texte)
      }),
    )
  })
})

describe('le calcul sur les jours', () => {
  it('ajouter puis retirer ramène au même jour, et la distance est le nombre ajouté', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: -30_000, max: 30_000 }), (jour, n) => {
        const autre = ajouterJours(jour, n)
        expect(joursEntre(jour, autre)).toBe(n)
        expect(ajouterJours(autre, -n)).toBe(jour)
        expect(Math.sign(comparerJours(autre, jour))).toBe(Math.sign(n))
      }),
    )
  })

  it('s’accorde avec le temps universel, quel que soit le fuseau de la machine', () => {
    fc.assert(
      fc.property(unJour, (jour) => {
        expect(joursEntre(jourCivil('1970-01-01'), jour)).toBe(enUtc(jour))
        expect(jourDeLaSemaine(jour) % 7).toBe(new Date(`${jour}T00:00:00Z`).getUTCDay())
      }),
    )
  })

  it('un mois de plus garde le quantième, ou prend le dernier jour du mois', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: -600, max: 600 }), (jour, mois) => {
        const arrive = composantsDe(ajouterMois(jour, mois))
        const parti = composantsDe(jour)
        expect(arrive.annee * 12 + arrive.mois).toBe(parti.annee * 12 + parti.mois + mois)
        const lendemain = composantsDe(ajouterJours(ajouterMois(jour, mois), 1))
        expect(arrive.quantieme === parti.quantieme || lendemain.quantieme === 1).toBe(true)
        expect(arrive.quantieme).toBeLessThanOrEqual(parti.quantieme)
      }),
    )
  })

  it.each([
    ['2025-12-28', 2, '2026-02-28'],
    ['2025-12-29', 2, '2026-02-28'],
    ['2025-12-30', 2, '2026-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 14, '2028-01-30'],
  ])('%s plus %i mois donne %s', (jour, mois, attendu) => {
    expect(ajouterMois(jourCivil(jour), mois)).toBe(attendu)
  })

  it('refuse une fraction de jour ou de mois, et ce qui sort des années 1 à 9999', () => {
    expect(() => ajouterJours(jourCivil('2026-01-01'), 0.5)).toThrow(RangeError)
    expect(() => ajouterMois(jourCivil('2026-01-01'), 0.5)).toThrow(RangeError)
    expect(() => ajouterJours(jourCivil('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => ajouterMois(jourCivil('0001-01-15'), -1)).toThrow(RangeError)
  })
})

describe('un jour s’écrit', () => {
  it.each([
    ['2026-03-04', 'mercredi 4 mars 2026'],
    ['2026-02-01', 'dimanche 1er février 2026'],
    ['2026-08-15', 'samedi 15 août 2026'],
    ['2026-12-25', 'vendredi 25 décembre 2026'],
  ])('%s : %s', (jour, attendu) => {
    expect(formaterJour(jourCivil(jour))).toBe(attendu)
  })

  it('sans le jour de la semaine quand on le demande', () => {
    expect(formaterJour(jourCivil('2026-04-01'), { semaine: false })).toBe('1er avril 2026')
  })
})
