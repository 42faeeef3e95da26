import { describe, expect, it } from 'vitest'
import { attentesDesSuites, precisionDe, quandEnMots, type Suite } from './suites.ts'

const suite = (plus: Partial<Suite> = {}): Suite => ({
  id: '01900000-0000-7000-8000-000000000001',
  nature: 'rappel',
  pourLe: '2026-03-04',
  heure: '10:30',
  dureeMinutes: 30,
  avec: '',
  lieu: '',
  telephone: '06 99 00 12 34',
  agent: { id: 'a', nom: 'Camille Roux' },
  etat: 'prevu',
  ...plus,
})

describe('un rappel ou un rendez-vous', () => {
  it.each([
    ['10:30', 'mercredi 4 mars 2026 à 10 h 30'],
    ['09:00', 'mercredi 4 mars 2026 à 9 h'],
    ['', 'mercredi 4 mars 2026'],
  ])('se dit avec son jour, et son heure %j', (heure, mots) => {
    expect(quandEnMots(suite({ heure })).replaceAll('\u00a0', ' ')).toBe(mots)
  })

  it('se dit dans la chronologie sans le numéro de la personne', () => {
    const dit = precisionDe(suite({ avec: 'Dr Lemaire', lieu: 'Bureau 4' }), 'b')
    expect(dit).toContain('Camille Roux, avec Dr Lemaire, Bureau 4')
    expect(dit).not.toContain('06 99')
    expect(precisionDe(suite(), 'a')).not.toContain('Camille')
  })

  it('fait attendre le dossier tant qu’il n’est pas terminé', () => {
    const attentes = attentesDesSuites([
      suite(),
      suite({ etat: 'fait' }),
      suite({ heure: '', nature: 'rendez-vous' }),
    ])
    expect(
      attentes.map(({ code, de, agentId, pourLe, heure }) => [code, de, agentId, pourLe, heure]),
    ).toEqual([
      ['rappel', 'Camille Roux', 'a', '2026-03-04', '10:30'],
      ['rendez-vous', 'Camille Roux', 'a', '2026-03-04', null],
    ])
  })
})
