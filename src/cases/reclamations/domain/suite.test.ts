import { describe, expect, it } from 'vitest'
import { recitComplete, refusDeJoindre } from './suite.ts'

const contexte = { recuLe: '2026-03-02', aujourdHui: '2026-03-20', peutRouvrir: true }
const courrier = { recuLe: '2026-03-10', rouvrir: false, aUnContenu: true }

describe('joindre un courrier', () => {
  it.each([
    ['il n’apporte rien', 'recu', { aUnContenu: false }, {}, 'courrier-vide'],
    ['sa date est dans l’avenir', 'recu', { recuLe: '2026-03-21' }, {}, 'envoi-dans-l-avenir'],
    [
      'il serait arrivé avant la réclamation',
      'recu',
      { recuLe: '2026-03-01' },
      {},
      'suite-avant-la-reception',
    ],
    ['il rouvrirait une réclamation ouverte', 'accuse', { rouvrir: true }, {}, 'deja-ouverte'],
    [
      'il la rouvrirait sans en avoir le droit',
      'clos',
      { rouvrir: true },
      { peutRouvrir: false },
      'rouvrir-reserve',
    ],
  ] as const)('est refusé quand %s', (_cas, etat, plus, autres, code) =>
    expect(refusDeJoindre({ etat }, { ...courrier, ...plus }, { ...contexte, ...autres })?.code).toBe(code),
  )
  it.each([
    ['ouverte', 'accuse', false],
    ['close, sans la rouvrir', 'clos', false],
    ['close, en la rouvrant', 'clos', true],
  ] as const)('est possible à une réclamation %s', (_cas, etat, rouvrir) =>
    expect(refusDeJoindre({ etat }, { ...courrier, rouvrir }, contexte)).toBeNull(),
  )
})

it('le récit complété garde la place de chaque mot déjà cité', () => {
  const avant = 'J’ai attendu neuf heures.'
  const apres = recitComplete(avant, 'Personne ne m’a rappelée.', { recuLe: '2026-03-10', canal: 'courriel' })
  expect(apres.slice(0, avant.length)).toBe(avant)
  expect(apres).toBe(
    'J’ai attendu neuf heures.\n\n— Courrier complémentaire reçu le mardi 10 mars 2026 (courriel) —\n\nPersonne ne m’a rappelée.',
  )
  expect(recitComplete('', 'Suite', { recuLe: '2026-03-10', canal: 'guichet' })).toMatch(
    /^— Courrier complémentaire/,
  )
})
