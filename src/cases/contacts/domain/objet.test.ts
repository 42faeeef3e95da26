import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDefect } from '#platform/texte.ts'
import { objetCorrige, objetDe } from './objet.ts'

describe('l’objet d’un contact', () => {
  it.each([
    ['', 'Renseignement'],
    ['  Horaires de\n visite ', 'Renseignement\u00a0: Horaires de visite'],
  ])('est son motif, puis le début de la note : %j', (note, objet) => {
    expect(objetDe('renseignement', note)).toBe(objet)
  })

  it('peut toujours être enregistré, quelle que soit la note', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (note) => {
        const objet = objetDe('autre', note.replaceAll('\u0000', ''))
        expect(objet.length).toBeLessThanOrEqual(300)
        expect(textDefect(objet)).toBeNull()
      }),
    ))

  it.each([
    ['Renseignement', 'Facturation'],
    ['Renseignement\u00a0: un relevé', 'Facturation\u00a0: un relevé'],
    ['Renseignements pris ailleurs', 'Renseignements pris ailleurs'],
    ['Un titre à moi', 'Un titre à moi'],
  ])('suit le motif corrigé tant qu’il le nomme : %s', (objet, attendu) => {
    expect(objetCorrige(objet, 'renseignement', 'facturation')).toBe(attendu)
  })
})
