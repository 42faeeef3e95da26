import { describe, expect, it } from 'vitest'
import { clesDuTexte, extraire, type Fragment, surligner } from './extrait.ts'

const enTexte = (fragments: readonly Fragment[]): string =>
  fragments.map(({ texte, estTrouve }) => (estTrouve ? `[${texte}]` : texte)).join('')

describe('les mots d’un texte', () => {
  it('sont ceux que la recherche compare : sans accent, sans casse, sans ponctuation', () => {
    expect([...clesDuTexte('L’hôpital, l’Hôpital… « Cœur » n° 12')]).toEqual([
      'l',
      'hopital',
      'coeur',
      'n',
      '12',
    ])
    // an accent written apart from its letter
    expect([...clesDuTexte('re\u0301clamation')]).toEqual(['reclamation'])
  })
})

describe('un extrait', () => {
  const reconnus = new Map([
    ['sonnette', 0],
    ['sonnettes', 0],
    ['nuit', 1],
  ])

  it('est nul quand rien n’y est', () => {
    expect(extraire('Un couloir glacial.', reconnus)).toBeNull()
    expect(extraire('', reconnus)).toBeNull()
  })

  it('surligne chaque mot trouvé, comme il est écrit', () => {
    const extrait = extraire('La Sonnette, toute la nuit, ne marchait pas.', reconnus)
    expect(enTexte(extrait?.fragments ?? [])).toBe('La [Sonnette], toute la [nuit], ne marchait pas.')
    expect([...(extrait?.rangs ?? [])].toSorted()).toEqual([0, 1])
  })

  it('tient sur une ligne et commence sur un mot entier, même au bout d’un long texte', () => {
    const long = `${'Il a plu. '.repeat(400)}Personne n’a répondu à la sonnette.${' Puis rien.'.repeat(400)}`
    const texte = enTexte(extraire(long, reconnus)?.fragments ?? [])
    expect(texte).toMatch(/^… .*Personne n’a répondu à la \[sonnette\]\..* …$/)
    expect(texte.length).toBeLessThan(200)
    expect(texte).not.toContain('\n')
  })

  it('est l’endroit où se trouvent le plus de mots différents', () => {
    const texte = `La nuit. ${'Il a plu. '.repeat(60)}La sonnette, cette nuit-là.${' Fin.'.repeat(60)} La sonnette.`
    expect(enTexte(extraire(texte, reconnus)?.fragments ?? [])).toContain('[sonnette], cette [nuit]-là')
  })

  it('ne coupe pas une lettre en deux', () => {
    const extrait = extraire(`${'😀'.repeat(300)} nuit ${'😀'.repeat(300)}`, reconnus)
    for (const { texte } of extrait?.fragments ?? []) expect(texte.isWellFormed()).toBe(true)
  })

  it('se calcule en un instant sur un très long texte', () => {
    const long = 'nuit sonnette couloir '.repeat(5_000)
    const debut = performance.now()
    expect(extraire(long, reconnus)).not.toBeNull()
    expect(performance.now() - debut).toBeLessThan(500)
  })
})

describe('surligner', () => {
  it('garde tout le texte', () => {
    const texte = 'Nuit sans sonnette'
    const fragments = surligner(texte, new Map([['nuit', 0]]))
    expect(fragments.map((f) => f.texte).join('')).toBe(texte)
    expect(enTexte(fragments)).toBe('[Nuit] sans sonnette')
    expect(surligner('', new Map())).toEqual([])
  })
})
