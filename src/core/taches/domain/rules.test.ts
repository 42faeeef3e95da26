import { describe, expect, it } from 'vitest'
import {
  refusDEnvoyer,
  refusDeLaStructure,
  refusDeRelancer,
  refusDuJour,
  refusSiFinie,
  sujetsSansReponse,
} from './rules.ts'
import type { EtatDeTache, NiveauDeRelance } from './tache.ts'

describe('une relance', () => {
  it.each<[string, EtatDeTache, NiveauDeRelance[], NiveauDeRelance, string | null]>([
    ['commence par un rappel', 'demandee', [], 'rappel', null],
    ['peut commencer plus haut', 'demandee', [], 'hierarchie', null],
    ['peut se répéter au même niveau', 'demandee', ['rappel'], 'rappel', null],
    ['monte', 'demandee', ['rappel', 'relance'], 'hierarchie', null],
    ['est refusée quand elle redescendrait', 'demandee', ['rappel', 'relance'], 'rappel', 'niveau-depasse'],
    ['est refusée après la hiérarchie, sauf à elle', 'demandee', ['hierarchie'], 'relance', 'niveau-depasse'],
    ['est refusée quand le service a répondu', 'repondue', [], 'rappel', 'deja-repondue'],
    ['est refusée sur une demande annulée', 'annulee', [], 'rappel', 'deja-annulee'],
  ])('%s', (_quoi, etat, faites, niveau, attendu) => {
    expect(refusDeRelancer(etat, faites, niveau)?.code ?? null).toBe(attendu)
  })
})

describe('une demande', () => {
  it.each<[EtatDeTache, string | null]>([
    ['demandee', null],
    ['repondue', 'deja-repondue'],
    ['annulee', 'deja-annulee'],
  ])('%s : %s', (etat, attendu) => expect(refusSiFinie(etat)?.code ?? null).toBe(attendu))

  it.each([
    ['aujourd’hui même', '2026-01-05', null],
    ['hier', '2026-01-04', 'jour-passe'],
    ['dans un an jour pour jour', '2027-01-05', null],
    ['dans un an et un jour', '2027-01-06', 'jour-trop-loin'],
  ])('souhaitée pour %s', (_quoi, pourLe, attendu) => {
    expect(refusDuJour(pourLe, '2026-01-05', '2027-01-05')?.code ?? null).toBe(attendu)
  })

  it.each([
    ['d’un service ouvert est possible', { fermeLe: null }, null],
    ['d’un service fermé est refusée', { fermeLe: '2025-12-31' }, 'structure-fermee'],
    ['d’un service inconnu est refusée', undefined, 'structure-inconnue'],
  ])('%s', (_quoi, structure, attendu) => {
    expect(refusDeLaStructure(structure)?.code ?? null).toBe(attendu)
  })
})

describe('une réponse', () => {
  const ecrite = {
    nom: 'Léa Fontaine',
    fonction: 'Cheffe de service',
    reponse: '',
    reponses: { a: 'Oui', b: '' },
  }
  it.each([
    ['part dès qu’un point a sa réponse', ecrite, {}],
    ['part avec le seul texte général', { ...ecrite, reponses: {}, reponse: 'Voici.' }, {}],
    ['est refusée quand elle ne dit rien', { ...ecrite, reponses: { a: ' \n' } }, { reponse: 'sans-objet' }],
    ['est refusée sans nom', { ...ecrite, nom: '  ' }, { nom: 'nom-manquant' }],
    ['est refusée sans fonction', { ...ecrite, fonction: '' }, { fonction: 'fonction-manquante' }],
  ])('%s', (_quoi, reponse, attendu) => {
    const refus = Object.entries(refusDEnvoyer('explications', reponse)).map(([champ, r]) => [champ, r.code])
    expect(Object.fromEntries(refus)).toEqual(attendu)
  })

  it('n’a pas besoin de texte quand il ne fallait que lire', () => {
    expect(refusDEnvoyer('restitution', { ...ecrite, reponses: {} })).toEqual({})
  })

  it('dit les points laissés de côté', () => {
    const sujets = [{ sujetId: 'a' }, { sujetId: 'b' }, { sujetId: 'c' }]
    expect(sujetsSansReponse(sujets, ecrite.reponses)).toEqual([{ sujetId: 'b' }, { sujetId: 'c' }])
  })
})
