import { describe, expect, it } from 'vitest'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { Situation } from './rules.ts'
import {
  articleDeTransmission,
  articleEnMots,
  estEnCours,
  estPartie,
  refusDEnvoyerAilleurs,
  refusDeTransmettre,
  refusDOrienter,
  type TransmissionAFaire,
  type TransmissionSuivie,
} from './transmission.ts'

const situation = (s: Partial<Situation> = {}): Situation => ({
  etat: 'recu',
  faits: [],
  aUnAuteur: true,
  ...s,
})
const aFaire = (t: Partial<TransmissionAFaire> = {}): TransmissionAFaire => ({
  nature: 'etablissement',
  estTotale: true,
  avecDonneesDeSante: false,
  estAccordee: false,
  ...t,
})
const rien = { consentements: { attendus: 1, manquants: ['Éléonore Cœurdevey'] }, transmissionsEnCours: 0 }

describe('transmettre', () => {
  it.each([
    ['la réclamation est close', situation({ etat: 'clos' }), false, 'dossier-clos'],
    ['elle est déjà transmise en entier', situation(), true, 'transmission-en-cours'],
  ] as const)('est refusé quand %s', (_cas, s, uneTotale, code) =>
    expect(refusDEnvoyerAilleurs(s, uneTotale)?.code).toBe(code),
  )

  it.each([
    [
      'une partie est encore en cours',
      aFaire(),
      { ...rien, transmissionsEnCours: 1 },
      'transmissions-en-cours',
    ],
    [
      'des données de santé partiraient sans consentement',
      aFaire({ avecDonneesDeSante: true }),
      rien,
      'consentement-requis',
    ],
    [
      'le Défenseur des droits serait saisi sans elle',
      aFaire({ nature: 'defenseur-des-droits' }),
      rien,
      'accord-requis',
    ],
  ] as const)('est refusé quand %s', (_cas, t, a, code) => expect(refusDeTransmettre(t, a)?.code).toBe(code))

  it.each([
    ['de ce que la personne a écrit', aFaire(), rien],
    [
      'de données de santé, avec son consentement',
      aFaire({ avecDonneesDeSante: true }),
      { ...rien, consentements: { attendus: 1, manquants: [] } },
    ],
    [
      'au Défenseur des droits, avec son accord',
      aFaire({ nature: 'defenseur-des-droits', estAccordee: true }),
      rien,
    ],
    ['d’une autre partie encore', aFaire({ estTotale: false }), { ...rien, transmissionsEnCours: 2 }],
  ] as const)('est possible %s', (_cas, t, a) => expect(refusDeTransmettre(t, a)).toBeNull())

  it('cite son article aux administrations, et à elles seules', () => {
    const le = jourCivil('2026-03-10')
    expect(articleDeTransmission('ars', le)).toBe(
      'l’article L. 114-2 du code des relations entre le public et l’administration',
    )
    for (const nature of ['defenseur-des-droits', 'autre', 'indemnisation'] as const)
      expect(articleDeTransmission(nature, le)).toBe('')
    expect(articleEnMots('CSP, art. L. 1112-3')).toBe('l’article L. 1112-3 du code de la santé publique')
  })
})

describe('orienter', () => {
  const accusee = situation({ faits: ['accuse-reception-papier-envoye'] })
  it.each([
    ['il n’y a personne à prévenir', situation({ aUnAuteur: false }), false, 0, 'auteur-inconnu'],
    ['toute la réclamation partirait sans accusé de réception', situation(), true, 0, 'accuse-d-abord'],
    ['une partie est encore en cours', accusee, true, 1, 'transmissions-en-cours'],
  ] as const)('est refusé quand %s', (_cas, s, estTotale, enCours, code) =>
    expect(refusDOrienter(s, { estTotale }, enCours)?.code).toBe(code),
  )
  it('est possible pour une partie dès la réception, pour le tout une fois l’accusé parti', () => {
    expect(refusDOrienter(situation(), { estTotale: false }, 0)).toBeNull()
    expect(refusDOrienter(accusee, { estTotale: true }, 0)).toBeNull()
  })
})

describe('une transmission', () => {
  const suivie = (t: Partial<TransmissionSuivie> = {}): TransmissionSuivie => ({
    estTotale: true,
    courrierId: 'c',
    avisId: 'a',
    envoyeeLe: null,
    aviseeLe: null,
    estAbandonnee: false,
    ...t,
  })
  it.each([
    ['ses deux lettres sont là', suivie(), false, true],
    ['une seule est partie', suivie({ envoyeeLe: '2026-03-10' }), false, true],
    ['les deux sont parties', suivie({ envoyeeLe: '2026-03-10', aviseeLe: '2026-03-10' }), true, false],
    ['il n’y a personne à aviser', suivie({ avisId: null, envoyeeLe: '2026-03-10' }), true, false],
    ['elle est abandonnée', suivie({ estAbandonnee: true }), false, false],
  ])('se suit : %s', (_cas, t, partie, enCours) => {
    expect(estPartie(t)).toBe(partie)
    expect(estEnCours(t)).toBe(enCours)
  })
})
