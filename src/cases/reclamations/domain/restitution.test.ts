import { describe, expect, it } from 'vitest'
import { griefsDuService, sujetsDeRestitution } from './restitution.ts'

const STRUCTURES = [
  { id: 'pole', parentId: null },
  { id: 'urgences', parentId: 'pole' },
  { id: 'uhcd', parentId: 'urgences' },
  { id: 'cardiologie', parentId: 'pole' },
]
const grief = (id: string, service: string | null) => ({
  id,
  rang: 1,
  intitule: `Grief ${id}`,
  constat: 'fonde' as const,
  reponse: 'Nous le regrettons.',
  service: service === null ? null : { id: service },
})
const GRIEFS = [grief('a', 'urgences'), grief('b', 'uhcd'), grief('c', 'cardiologie'), grief('d', null)]

describe('un service ne lit que ses griefs', () => {
  it.each([
    ['le service : les siens, ceux de ses unités, ceux d’aucun service', 'urgences', ['a', 'b', 'd']],
    ['son unité : pas ceux du service', 'uhcd', ['b', 'd']],
    ['un autre service', 'cardiologie', ['c', 'd']],
    ['le pôle : tous les siens', 'pole', ['a', 'b', 'c', 'd']],
    ['une personne nommée : tous', null, ['a', 'b', 'c', 'd']],
  ])('%s', (_cas, structureId, ids) =>
    expect(griefsDuService(GRIEFS, structureId, STRUCTURES).map(({ id }) => id)).toEqual(ids),
  )
})

describe('ce qu’un service lit', () => {
  const mesure = (griefId: string | null, intitule: string) => ({
    griefId,
    intitule,
    nature: 'promise' as const,
    pourLe: '2026-06-01',
    faiteLe: null,
    abandonneeLe: null,
  })

  it('est le constat, ce qui a été répondu, et ce qui change de ce grief', () => {
    const [sujet] = sujetsDeRestitution(
      'd',
      [grief('a', null)],
      [mesure('a', 'Sonnettes portatives'), mesure('b', 'Un autre grief')],
    )
    expect(sujet).toEqual({
      sujetId: 'a',
      titre: 'Grief a',
      citation:
        'Constat\u00a0: grief fondé.\n\nCe qui a été répondu à la personne\u00a0:\nNous le regrettons.\n\nCe qui change\u00a0:\n– Sonnettes portatives (d’ici au 1er juin 2026)',
    })
  })

  it('dit à part les mesures d’ensemble', () =>
    expect(sujetsDeRestitution('d', [grief('a', null)], [mesure(null, 'Affichage')]).at(-1)).toEqual({
      sujetId: 'd',
      titre: 'Ce qui change pour l’ensemble',
      citation: '– Affichage (d’ici au 1er juin 2026)',
    }))

  it('ne dit rien de ce que personne ne sait', () =>
    expect(
      sujetsDeRestitution('d', [{ ...grief('a', null), constat: null, reponse: ' ' }], [])[0]?.citation,
    ).toBe('Aucun constat.'))
})
