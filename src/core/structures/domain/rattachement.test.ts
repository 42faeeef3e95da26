import { describe, expect, it } from 'vitest'
import { type NatureDeStructure, refusDeRattacher } from './rattachement.ts'

const ouvert = (nature: NatureDeStructure) => ({ nature, fermeLe: null })

describe('le rattachement d’une structure', () => {
  it.each([
    ['un pôle à la racine', 'pole', null, null],
    ['un pôle sous un pôle', 'pole', 'pole', 'pole-a-la-racine'],
    ['un service à la racine', 'service', null, null],
    ['un service sous un pôle', 'service', 'pole', null],
    ['un service sous un service', 'service', 'service', 'service-sous-un-pole'],
    ['un service sous une UF', 'service', 'uf', 'service-sous-un-pole'],
    ['une UF sous un service', 'uf', 'service', null],
    ['une UF sous un pôle', 'uf', 'pole', 'uf-sous-un-service'],
    ['une UF à la racine', 'uf', null, 'uf-sous-un-service'],
  ] as const)('%s', (_titre, nature, parent, attendu) => {
    const refus = refusDeRattacher(nature, parent === null ? null : ouvert(parent))
    expect(refus?.code ?? null).toBe(attendu)
  })

  it('est refusé sous une structure fermée', () => {
    expect(refusDeRattacher('uf', { nature: 'service', fermeLe: '2026-01-31' })).toEqual({
      code: 'parent-ferme',
    })
  })
})
