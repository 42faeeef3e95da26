import { describe, expect, it } from 'vitest'
import { blocsDe, phrasesDe } from '../domain/passages.ts'
import { gesteDe, type PlaceAuClavier } from './clavier-de-lettre.tsx'

const TEXTE = 'Un a. Un b.\n\nDeux a. Deux b. Deux c.'
const blocs = blocsDe(TEXTE)
const phrases = phrasesDe(TEXTE, { debut: 0, fin: TEXTE.length })
const passageDe = (mots: string) => ({ debut: TEXTE.indexOf(mots), fin: TEXTE.indexOf(mots) + mots.length })

/** What a key does, the selection told by its words. */
function faire(touche: string, place: Partial<PlaceAuClavier>, maj = false) {
  const geste = gesteDe(touche, maj, { blocs, phrases, actif: 0, passage: null, ...place })
  if (geste === null) return null
  const { passage, relever, ...reste } = geste
  const mots = (e: { debut: number; fin: number }) => TEXTE.slice(e.debut, e.fin)
  return {
    ...reste,
    ...(passage === undefined ? {} : { passage: passage === null ? null : mots(passage) }),
    ...(relever === undefined ? {} : { relever: mots(relever) }),
  }
}

describe('au clavier, dans la lettre', () => {
  it.each([
    ['flèche bas va au paragraphe suivant', 'ArrowDown', {}, { bloc: 1 }],
    ['flèche bas s’arrête au dernier', 'ArrowDown', { actif: 1 }, {}],
    [
      'flèche haut remonte, et laisse la sélection',
      'ArrowUp',
      { actif: 1, passage: passageDe('Deux a.') },
      { bloc: 0, passage: null },
    ],
    ['flèche droite prend la première phrase', 'ArrowRight', {}, { bloc: 0, passage: 'Un a.' }],
    ['puis la suivante', 'ArrowRight', { passage: passageDe('Un a.') }, { bloc: 0, passage: 'Un b.' }],
    [
      'jusque dans le paragraphe d’après',
      'ArrowRight',
      { passage: passageDe('Un b.') },
      { bloc: 1, passage: 'Deux a.' },
    ],
    [
      'flèche gauche revient',
      'ArrowLeft',
      { passage: passageDe('Deux a.'), actif: 1 },
      { bloc: 0, passage: 'Un b.' },
    ],
    ['Entrée relève la sélection', 'Enter', { passage: passageDe('Un b.') }, { relever: 'Un b.' }],
    [
      'Entrée relève le paragraphe quand rien n’est choisi',
      'Enter',
      { actif: 1 },
      { relever: 'Deux a. Deux b. Deux c.' },
    ],
    ['Échap abandonne la sélection', 'Escape', { passage: passageDe('Un b.') }, { passage: null }],
    ['Échap sans sélection n’est pas à nous', 'Escape', {}, null],
    ['Fin va au dernier paragraphe', 'End', {}, { bloc: 1 }],
    ['une lettre n’est pas à nous', 'a', {}, null],
  ] as const)('%s', (_cas, touche, place, attendu) => expect(faire(touche, place)).toEqual(attendu))

  it.each([
    ['étend d’une phrase', 'ArrowRight', 'Deux a.', 'Deux a. Deux b.'],
    ['raccourcit d’une phrase', 'ArrowLeft', 'Deux a. Deux b.', 'Deux a.'],
    ['étend jusqu’à la fin du paragraphe', 'ArrowDown', 'Deux a.', 'Deux a. Deux b. Deux c.'],
    ['étend jusqu’au paragraphe suivant', 'ArrowDown', 'Un a. Un b.', TEXTE],
  ])('avec Maj, %s', (_cas, touche, depart, attendu) => {
    const passage = passageDe(depart)
    expect(faire(touche, { passage, actif: depart.startsWith('Un') ? 0 : 1 }, true)).toEqual({
      passage: attendu,
    })
  })

  it('avec Maj, ne raccourcit pas jusqu’à rien', () => {
    expect(faire('ArrowLeft', { passage: passageDe('Deux a.'), actif: 1 }, true)).toEqual({})
  })
})
