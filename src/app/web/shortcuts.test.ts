import { describe, expect, it } from 'vitest'
import { CASE_TYPES } from './case-types.ts'
import { shortcutsOf, singleKeysOf } from './shortcuts.ts'

const creations = CASE_TYPES.map(({ creation }) => creation)

describe('la liste des raccourcis', () => {
  it('donne la touche de chaque création qui en a une', () => {
    const touches = creations.flatMap(({ shortcut }) => (shortcut === undefined ? [] : [shortcut]))
    expect(touches).toContain('c')
    const montrees = shortcutsOf(creations).map(({ keys }) => keys.join('+'))
    expect(montrees).toEqual(expect.arrayContaining(touches))
    expect(shortcutsOf(creations)).toContainEqual({ keys: ['c'], text: 'Nouveau\u00a0: contact' })
    expect(shortcutsOf([]).some(({ keys }) => keys.includes('c'))).toBe(false)
  })

  it('dit quelles touches le réglage désactive', () =>
    expect(singleKeysOf(shortcutsOf(creations))).toBe('/, n, c et x'))
})
