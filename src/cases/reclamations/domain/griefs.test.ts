import { describe, expect, it } from 'vitest'
import {
  estEntierementConstate,
  griefsAExpliquer,
  griefsSansConstat,
  griefsSansReponse,
  refusDeConstater,
  refusDePassage,
  refusDOrdonner,
} from './griefs.ts'

describe('un passage', () => {
  it.each([
    ['exact', { debut: 3, fin: 7, citation: 'mère' }, null],
    ['de toute la lettre', { debut: 0, fin: 14, citation: 'Ma mère 👵 seule'.slice(0, 14) }, null],
    ['décalé', { debut: 2, fin: 6, citation: 'mère' }, 'citation-differente'],
    ['sans accent', { debut: 3, fin: 7, citation: 'mere' }, 'citation-differente'],
    ['au-delà', { debut: 3, fin: 700, citation: 'mère' }, 'passage-hors-du-texte'],
    ['négatif', { debut: -1, fin: 2, citation: 'Ma' }, 'passage-hors-du-texte'],
    ['de rien', { debut: 3, fin: 3, citation: '' }, 'passage-hors-du-texte'],
    ['d’un blanc', { debut: 2, fin: 3, citation: ' ' }, 'passage-vide'],
  ])('%s', (_cas, passage, code) => {
    expect(refusDePassage('Ma mère 👵 seule', passage)?.code ?? null).toBe(code)
  })

  it('d’un récit que le dossier n’a pas est refusé', () => {
    expect(refusDePassage(null, { debut: 0, fin: 1, citation: 'a' })?.code).toBe('recit-inconnu')
  })
})

describe('un constat', () => {
  it.each([
    ['fonde', '', null],
    ['partiellement-fonde', '', null],
    ['non-fonde', '  ', 'constat-a-motiver'],
    ['indeterminable', '', 'constat-a-motiver'],
    ['indeterminable', 'Personne ne s’en souvient.', null],
    [null, '', null],
  ] as const)('%s, motivé par « %s »', (constat, motivation, code) => {
    expect(refusDeConstater(constat, motivation)?.code ?? null).toBe(code)
  })
})

describe('l’ordre des griefs', () => {
  it.each([
    [['b', 'a'], null],
    [['a'], 'griefs-changes'],
    [['a', 'b', 'c'], 'griefs-changes'],
    [['a', 'a'], 'griefs-changes'],
  ])('%j', (voulus, code) => expect(refusDOrdonner(['a', 'b'], voulus)?.code ?? null).toBe(code))
})

describe('ce qui reste à dire', () => {
  const grief = (rang: number, constat: 'fonde' | null, reponse: string) => ({ rang, constat, reponse })
  it('se compte par numéro de grief', () => {
    const griefs = [grief(1, 'fonde', 'Oui.'), grief(2, null, ' '), grief(3, 'fonde', '')]
    expect(griefsSansConstat(griefs)).toEqual([2])
    expect(griefsSansReponse(griefs)).toEqual([2, 3])
    expect(estEntierementConstate(griefs)).toBe(false)
    expect(estEntierementConstate(griefs.slice(0, 1))).toBe(true)
    // without a grief nothing has been found
    expect(estEntierementConstate([])).toBe(false)
  })
})

describe('les griefs à expliquer', () => {
  const griefs = [{ id: 'a' }, { id: 'b' }]
  it.each([
    [
      ['b', 'a'],
      ['a', 'b'],
    ],
    [['b', 'b'], ['b']],
    [['b', 'z'], null],
    [[], null],
  ])('%j', (demandes, attendus) => {
    expect(griefsAExpliquer(griefs, demandes)?.map(({ id }) => id) ?? null).toEqual(attendus)
  })
})
