import { expect, it } from 'vitest'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { moisDe } from './mois.ts'

it('une fiche dit le mois, jamais le jour', () => {
  expect(moisDe(jourCivil('2026-01-05'))).toBe('janvier 2026')
  expect(moisDe(jourCivil('2025-12-31'))).toBe('décembre 2025')
})
