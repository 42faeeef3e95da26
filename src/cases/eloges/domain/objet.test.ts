import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDefect } from '#platform/texte.ts'
import { objetDe } from './objet.ts'

describe('l’objet d’un éloge', () => {
  it.each([
    ['reprend un mot court tel quel', 'Merci à toute l’équipe', 'Merci à toute l’équipe'],
    ['tient sur une ligne', 'Merci\n\n  à tous', 'Merci à tous'],
    [
      'se coupe entre deux mots',
      'Je voudrais remercier chaleureusement toute l’équipe du service de pneumologie pour sa patience',
      'Je voudrais remercier chaleureusement toute l’équipe du service de pneumologie…',
    ],
  ] as const)('%s', (_cas, texte, attendu) => expect(objetDe(texte)).toBe(attendu))

  it('peut toujours être enregistré, quel que soit le texte', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (texte) => {
        const objet = objetDe(texte.replaceAll('\u0000', ''))
        expect(objet.length).toBeGreaterThan(0)
        expect(objet.length).toBeLessThanOrEqual(81)
        expect(textDefect(objet)).toBeNull()
      }),
    ))
})
