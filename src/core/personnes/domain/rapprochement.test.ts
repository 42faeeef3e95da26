import { describe, expect, it } from 'vitest'
import { type Comparable, prenomsCompatibles, rapprocher } from './rapprochement.ts'

const fiche = (plus: Partial<Comparable> = {}): Comparable => ({
  nom: 'Lefèvre',
  prenom: 'Hélène',
  nomDeNaissance: '',
  neeLe: null,
  courriel: '',
  telephone: '',
  voie: '',
  codePostal: '',
  matricule: null,
  ...plus,
})
const A = '255081416802538'
const B = '269054958815780'

const niveau = (a: Partial<Comparable>, b: Partial<Comparable>) => {
  const direct = rapprocher(fiche(a), fiche(b))
  // whoever is on the left
  expect(rapprocher(fiche(b), fiche(a))?.niveau ?? null).toBe(direct?.niveau ?? null)
  return direct?.niveau ?? null
}

describe('deux fiches de même nom', () => {
  it.each([
    ['sans rien d’autre de commun', {}, {}],
    ['dont une seule a un jour de naissance', { neeLe: '1950-01-02' }, {}],
    ['dont les courriels diffèrent', { courriel: 'a@x.example' }, { courriel: 'b@x.example' }],
    [
      'dont les adresses diffèrent',
      { voie: '1 rue A', codePostal: '37000' },
      { voie: '2 rue B', codePostal: '37000' },
    ],
  ])('%s ne sont que des homonymes, jamais une certitude', (_titre, a, b) => {
    expect(niveau(a, b)).toBe('homonyme')
  })

  it.each([
    ['le jour de naissance', { neeLe: '1950-01-02' }, { neeLe: '1950-01-02' }, 'naissance'],
    ['le courriel', { courriel: 'H@x.example' }, { courriel: 'h@X.example' }, 'courriel'],
    ['le téléphone', { telephone: '06 99 00 12 34' }, { telephone: '+33699001234' }, 'telephone'],
    [
      'l’adresse',
      { voie: '12, av. de l’Église', codePostal: '37000' },
      { voie: '12 AVENUE EGLISE', codePostal: '37 000'.replace(' ', '') },
      'adresse',
    ],
  ])('%s en commun, c’est probable', (_titre, a, b, indice) => {
    expect(niveau(a, b)).toBe('probable')
    expect(rapprocher(fiche(a), fiche(b))?.indices).toContain(indice)
  })

  it('nées un autre jour ne se proposent pas', () => {
    expect(niveau({ neeLe: '1950-01-02' }, { neeLe: '1980-01-02' })).toBeNull()
  })

  it('nées un autre jour mais joignables de même : possible, une date a pu être mal saisie', () => {
    const a = { neeLe: '1950-01-02', courriel: 'h@x.example' }
    expect(niveau(a, { neeLe: '1950-01-20', courriel: 'h@x.example' })).toBe('possible')
    expect(rapprocher(fiche(a), fiche({ ...a, neeLe: '1950-01-20' }))?.contradictions).toEqual(['naissance'])
  })

  it('de prénoms différents sont deux personnes, même sous le même toit', () => {
    const foyer = { voie: '1 rue A', codePostal: '37000', telephone: '0699001234' }
    expect(niveau({ ...foyer, prenom: 'Paul' }, foyer)).toBeNull()
  })
})

describe('le matricule', () => {
  it('le même est la seule certitude, quoi que disent les noms', () => {
    expect(niveau({ matricule: A }, { matricule: A, nom: 'Autre', prenom: 'Zoé' })).toBe('certain')
  })

  it('deux différents séparent, quoi qu’elles aient en commun', () => {
    const commun = { neeLe: '1950-01-02', courriel: 'h@x.example' }
    expect(niveau({ ...commun, matricule: A }, { ...commun, matricule: B })).toBeNull()
  })

  it('connu d’un seul côté, il ne dit rien', () => {
    expect(niveau({ matricule: A, neeLe: '1950-01-02' }, { neeLe: '1950-01-02' })).toBe('probable')
  })
})

describe('deux fiches de noms différents', () => {
  it('se rapprochent par le nom de naissance', () => {
    const a = { nom: 'Marchand', nomDeNaissance: 'Lefebvre', neeLe: '1950-01-02' }
    expect(niveau(a, { neeLe: '1950-01-02' })).toBe('probable')
  })

  it('nées le même jour et joignables de même : possible, elle a pu prendre un autre nom', () => {
    const commun = { neeLe: '1950-01-02', telephone: '0699001234' }
    expect(niveau({ ...commun, nom: 'Marchand' }, commun)).toBe('possible')
  })

  it('ne se rapprochent ni par la boîte d’un couple, ni par un jour de naissance', () => {
    expect(niveau({ nom: 'Marchand', courriel: 'nous@x.example' }, { courriel: 'nous@x.example' })).toBeNull()
    expect(niveau({ nom: 'Marchand', neeLe: '1950-01-02' }, { neeLe: '1950-01-02' })).toBeNull()
  })
})

describe('deux prénoms', () => {
  it.each([
    ['Hélène', 'Helene', true],
    ['Hélène', 'H.', true],
    ['Hélène', '', true],
    ['Marie-Claude', 'Marie', true],
    ['Marie-Claude', 'Marie-Claude', true],
    ['Éric', 'Erik', true],
    ['Marie-Claude', 'Marie-Paule', false],
    ['Jean', 'Jeanne', false],
    ['Hélène', 'P.', false],
    ['Paul', 'Pierre', false],
  ])('« %s » et « %s » vont ensemble : %s', (a, b, attendu) => {
    expect(prenomsCompatibles(a, b)).toBe(attendu)
    expect(prenomsCompatibles(b, a)).toBe(attendu)
  })
})
