import { describe, expect, it } from 'vitest'
import { comparerTextes } from './comparer-textes.ts'

const natures = (avant: string[], apres: string[]) => comparerTextes(avant, apres).map(({ nature }) => nature)

describe('ce qui a changé entre deux versions', () => {
  it('n’est rien quand rien ne change, lignes vides comprises', () =>
    expect(natures(['a', '', 'b'], ['a', 'b', ' '])).toEqual(['egal', 'egal']))
  it('est un paragraphe ajouté ou retiré', () => {
    expect(natures(['a', 'b'], ['a', 'nouveau', 'b'])).toEqual(['egal', 'ajoute', 'egal'])
    expect(natures(['a', 'ancien', 'b'], ['a', 'b'])).toEqual(['egal', 'retire', 'egal'])
  })
  it('est mot à mot dans un paragraphe modifié', () =>
    expect(
      comparerTextes(['Nous vous répondrons sous un mois.'], ['Nous vous répondrons sous deux mois.']),
    ).toEqual([
      {
        nature: 'modifie',
        morceaux: [
          { nature: 'egal', texte: 'Nous vous répondrons sous ' },
          { nature: 'retire', texte: 'un' },
          { nature: 'ajoute', texte: 'deux' },
          { nature: 'egal', texte: ' mois.' },
        ],
      },
    ]))
  it('rassemble les mots changés côte à côte', () =>
    expect(
      comparerTextes(
        ['Un numéro à rappeler dans toute correspondance.'],
        ['Un numéro à rappeler quand vous nous écrivez.'],
      ),
    ).toEqual([
      {
        nature: 'modifie',
        morceaux: [
          { nature: 'egal', texte: 'Un numéro à rappeler ' },
          { nature: 'retire', texte: expect.stringContaining('dans toute correspondance') },
          { nature: 'ajoute', texte: expect.stringContaining('quand vous nous écrivez') },
          { nature: 'egal', texte: '.' },
        ],
      },
    ]))
  it('est un autre paragraphe quand il n’en reste presque rien', () =>
    expect(natures(['Nous regrettons cette attente.'], ['Le médiateur vous recevra jeudi.'])).toEqual([
      'retire',
      'ajoute',
    ]))
  it('se lit sur une lettre de quarante pages sans attendre', () => {
    const long = Array.from(
      { length: 1200 },
      (_, i) => `Paragraphe ${i} de la lettre, assez long pour compter.`,
    )
    const corrige = long
      .map((p, i) => (i % 7 === 0 ? p.replace('assez', 'bien') : p))
      .filter((_, i) => i % 50 !== 0)
    const debut = performance.now()
    expect(comparerTextes(long, corrige).length).toBeGreaterThan(1000)
    expect(performance.now() - debut).toBeLessThan(3000)
  })
})
