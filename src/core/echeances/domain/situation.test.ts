import { describe, expect, it } from 'vitest'
import type { Echeance } from './echeance.ts'
import { jourCivil } from './jour-civil.ts'
import { estTenueHorsDelai, situationDe } from './situation.ts'

function echeance(reste: Partial<Echeance> = {}): Echeance {
  return {
    code: 'D02',
    declencheur: { faitId: 'f', code: 'reception-electronique', survenuLe: jourCivil('2026-02-20') },
    limiteLe: jourCivil('2026-02-28'),
    limiteA: null,
    cibleLe: jourCivil('2026-02-27'),
    cibleEstInterne: false,
    etat: 'ouverte',
    tenueLe: null,
    regleePar: null,
    explication: {
      comptage: { nature: 'sans-date-legale' },
      suspensions: [],
      prolongations: [],
      suspenduDepuis: null,
      motifDeSortie: null,
      levee: null,
    },
    ...reste,
  }
}

describe('la situation d’une échéance du samedi 28 février, visée le vendredi 27, seuil de trois jours', () => {
  it.each([
    ['2026-02-23', 'a-venir'],
    ['2026-02-24', 'proche'],
    ['2026-02-27', 'proche'],
    ['2026-02-28', 'proche'],
    ['2026-03-01', 'depassee'],
  ])('le %s : %s', (aujourdHui, attendu) => {
    expect(situationDe(echeance(), jourCivil(aujourdHui), 3)).toBe(attendu)
  })

  it('le seuil se choisit', () => {
    expect(situationDe(echeance(), jourCivil('2026-02-24'), 0)).toBe('a-venir')
    expect(situationDe(echeance(), jourCivil('2026-02-20'), 7)).toBe('proche')
  })

  it.each(['tenue', 'suspendue', 'neutralisee', 'sans-objet'] as const)(
    'aucune quand elle est %s',
    (etat) => {
      expect(situationDe(echeance({ etat }), jourCivil('2027-01-01'), 3)).toBeNull()
    },
  )

  it('sans date légale, c’est l’objectif interne qui passe', () => {
    const interne = echeance({ limiteLe: null, cibleEstInterne: true })
    expect(situationDe(interne, jourCivil('2026-02-27'), 3)).toBe('proche')
    expect(situationDe(interne, jourCivil('2026-02-28'), 3)).toBe('depassee')
  })

  it('sans aucune date, rien à dire', () => {
    expect(situationDe(echeance({ limiteLe: null, cibleLe: null }), jourCivil('2026-02-28'), 3)).toBeNull()
  })

  it('un délai en heures est dépassé le jour même, une fois l’heure passée', () => {
    const enHeures = echeance({ limiteA: '2026-02-28T09:00:00.000Z' })
    const jour = jourCivil('2026-02-28')
    expect(situationDe(enHeures, jour, 3, new Date('2026-02-28T08:59:00Z'))).toBe('proche')
    expect(situationDe(enHeures, jour, 3, new Date('2026-02-28T09:01:00Z'))).toBe('depassee')
  })
})

describe('une échéance tenue', () => {
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
  ])('le %s : hors délai %s', (tenueLe, attendu) => {
    expect(estTenueHorsDelai(echeance({ etat: 'tenue', tenueLe: jourCivil(tenueLe) }))).toBe(attendu)
  })

  it('ne se dit pas sans date légale, ni tant que rien n’est fait', () => {
    expect(estTenueHorsDelai(echeance({ limiteLe: null, tenueLe: jourCivil('2026-03-01') }))).toBeNull()
    expect(estTenueHorsDelai(echeance())).toBeNull()
  })
})
