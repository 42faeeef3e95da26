import { describe, expect, it } from 'vitest'
import { obtenirCalendrier } from '#core/echeances/domain/calendrier.ts'
import { reglagesEnVigueur } from '#core/echeances/domain/reglages.ts'
import { lignesDe } from './ce-qui-partira.tsx'

const contexte = (calendrier = 'metropole') => ({
  timeZone: 'Europe/Paris',
  reglages: reglagesEnVigueur(),
  calendrier: obtenirCalendrier(calendrier),
})

describe('ce qui partira', () => {
  it('d’un courriel : accusés électroniques en jours ouvrés, réponse à l’objectif du service', () => {
    const lignes = lignesDe({ canal: 'courriel', recuLe: '2026-01-05' }, contexte())
    expect(lignes.map(({ code, jour }) => [code, jour])).toEqual([
      ['D01', '2026-01-06'],
      ['D02', '2026-01-19'],
      ['D05', '2026-02-04'],
    ])
  })

  it('d’une parole consignée : la copie, le jour même', () => {
    const lignes = lignesDe({ canal: 'guichet', recuLe: '2026-01-05' }, contexte())
    expect(lignes.find(({ code }) => code === 'D04')?.jour).toBe('2026-01-05')
  })

  it.each([
    ['metropole', '2024-12-26'],
    ['la-reunion', '2024-12-27'],
  ])('suit les jours fériés de l’établissement (%s)', (calendrier, attendu) => {
    const lignes = lignesDe({ canal: 'courriel', recuLe: '2024-12-11' }, contexte(calendrier))
    expect(lignes.find(({ code }) => code === 'D02')?.jour).toBe(attendu)
  })

  it('n’annonce rien tant que le canal ou la date manque', () => {
    expect(lignesDe({ canal: null, recuLe: '2026-01-05' }, contexte())).toEqual([])
    expect(lignesDe({ canal: 'courriel', recuLe: '' }, contexte())).toEqual([])
  })
})
