import { describe, expect, it } from 'vitest'
import type { AccueilDuServiceVu } from '../contract-service.ts'
import { phraseDuService } from './phrase-du-service.tsx'

const accueil = (pourLe: readonly string[], eloges = 0) => ({
  aujourdHui: '2026-01-20',
  aRepondre: pourLe.map((jour) => ({ pourLe: jour })) as AccueilDuServiceVu['aRepondre'],
  eloges: Array.from({ length: eloges }) as AccueilDuServiceVu['eloges'],
})

describe('la phrase du jour d’un chef de service', () => {
  it.each([
    [accueil([]), 'Rien n’est attendu de vous.'],
    [accueil(['2026-01-20']), '1 demande en attente.'],
    [accueil(['2026-01-19', '2026-02-01']), '2 demandes en attente, dont 1 en retard.'],
    [accueil([], 2), 'Rien n’est attendu de vous. 2 éloges à remettre à l’équipe.'],
  ])('dit ce qu’il doit', (vu, attendu) =>
    expect(phraseDuService(vu).replaceAll('\u00a0', ' ')).toBe(attendu),
  )
})
