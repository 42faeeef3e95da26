import { describe, expect, it } from 'vitest'
import {
  type ContenuDAccuse,
  jourDuRejetImplicite,
  mentionsPortees,
  refusDAccuseIncomplet,
} from './accuse.ts'

const contenu = (c: Partial<ContenuDAccuse> = {}): ContenuDAccuse => ({
  recuLe: '2026-01-05',
  silenceDepuis: '2026-01-05',
  service: 'Relations avec les usagers',
  adresse: ['1 RUE DES TILLEULS', '99120 VALMONT'],
  courriel: 'usagers@ch.example',
  telephone: '01 99 00 00 00',
  tribunal: 'Tribunal administratif de Valmont',
  piecesManquantes: '',
  produireAvant: null,
  ...c,
})

describe('l’accusé de réception', () => {
  it.each([
    ['le service n’a pas de téléphone', { telephone: ' ' }, 'papier', 'telephone'],
    ['le service n’a pas d’adresse postale', { adresse: [] }, 'papier', 'adresse-postale'],
    ['le tribunal n’est pas connu', { tribunal: '' }, 'papier', 'delais-et-voies-de-recours'],
    [
      'le tribunal n’est pas connu, par courriel aussi',
      { tribunal: '' },
      'electronique',
      'delais-et-voies-de-recours',
    ],
    [
      'des pièces manquent sans délai pour les produire',
      { piecesManquantes: 'Le mandat' },
      'papier',
      'delai-de-production-des-pieces',
    ],
  ] as const)('est refusé quand %s', (_cas, manque, canal, mention) => {
    const refus = refusDAccuseIncomplet(contenu(manque), canal)
    expect(refus?.mentions).toEqual([mention])
    expect(refus?.message).toContain('les délais de recours ne courraient pas')
  })

  it('est complet quand chaque mention y est', () => {
    expect(refusDAccuseIncomplet(contenu(), 'papier')).toBeNull()
    expect(refusDAccuseIncomplet(contenu(), 'electronique')).toBeNull()
    const avecPieces = { piecesManquantes: 'Le mandat', produireAvant: '2026-02-05' }
    expect(refusDAccuseIncomplet(contenu(avecPieces), 'papier')).toBeNull()
  })

  it('ne compte pas une mention vide', () => {
    expect(mentionsPortees(contenu({ telephone: '' }))).not.toContain('telephone')
  })

  it('annonce le rejet implicite deux mois après la réception, quantième pour quantième', () => {
    expect(jourDuRejetImplicite('2026-01-05')).toBe('2026-03-05')
    expect(jourDuRejetImplicite('2025-12-31')).toBe('2026-02-28')
  })

  it('repousse le rejet implicite du temps laissé pour produire les pièces', () => {
    const demande = { du: '2026-01-08', jusquAu: '2026-01-17' }
    expect(jourDuRejetImplicite('2026-01-05', demande)).toBe('2026-03-15')
  })
})
