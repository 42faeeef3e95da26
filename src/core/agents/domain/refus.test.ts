import { describe, expect, it } from 'vitest'
import { autorise, permissionsDuRole } from './autorisations.ts'
import { identifiantCanonique } from './identifiant.ts'
import { champsAPreciser, refusDeModifierAgent } from './refus.ts'

const admin = { role: 'administrateur', estActif: true } as const

describe('le dernier administrateur', () => {
  it.each([
    ['se désactive', { ...admin, estActif: false }, 0, 'dernier-administrateur'],
    ['change de rôle', { role: 'charge', estActif: true }, 0, 'dernier-administrateur'],
    ['change de nom seulement', admin, 0, null],
    ['se désactive quand un autre reste', { ...admin, estActif: false }, 1, null],
  ] as const)('%s', (_titre, apres, autres, attendu) => {
    expect(refusDeModifierAgent(admin, apres, autres)?.code ?? null).toBe(attendu)
  })

  it('n’empêche pas de désactiver un autre agent', () => {
    const charge = { role: 'charge', estActif: true } as const
    expect(refusDeModifierAgent(charge, { ...charge, estActif: false }, 0)).toBeNull()
  })
})

describe('un chef de service', () => {
  it('a au moins un service', () => {
    expect(champsAPreciser({ role: 'chef-de-service', services: [] })).toHaveProperty('services')
    expect(champsAPreciser({ role: 'chef-de-service', services: ['x'] })).toBeNull()
    expect(champsAPreciser({ role: 'charge', services: [] })).toBeNull()
  })
})

describe('une permission', () => {
  const table = { 'dossiers.modifier': ['charge'], 'agents.administrer': ['administrateur'] } as const

  it.each([
    ['charge', 'dossiers.modifier', true],
    ['administrateur', 'dossiers.modifier', false],
    ['charge', 'inconnue', false],
    ['charge', 'constructor', false],
  ] as const)('%s, %s : %s', (role, permission, attendu) => {
    expect(autorise(role, permission, table)).toBe(attendu)
  })

  it('se liste par rôle', () => {
    expect(permissionsDuRole('administrateur', table)).toEqual(['agents.administrer'])
  })
})

describe('un identifiant', () => {
  it.each([
    ['  J.Martin ', 'j.martin'],
    ['ÉLISE'.normalize('NFD'), 'élise'],
  ])('%j est le même que %j', (saisi, canonique) => {
    expect(identifiantCanonique(saisi)).toBe(canonique)
  })
})
