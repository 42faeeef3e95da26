import { expect, it } from 'vitest'
import { refusDeMettreDeCote } from './mise-de-cote.ts'

const AUJOURD_HUI = '2026-03-10'

it.each([
  ['sans échéance, jusqu’à demain', null, '2026-03-11', null],
  ['jusqu’au jour même de l’échéance', '2026-03-20', '2026-03-20', null],
  ['au-delà de l’échéance', '2026-03-20', '2026-03-21', 'apres-l-echeance'],
  ['quand une échéance est dépassée', '2026-03-09', '2026-03-11', 'en-retard'],
  ['quand l’échéance est aujourd’hui', '2026-03-10', '2026-03-11', 'apres-l-echeance'],
  ['jusqu’à aujourd’hui', null, '2026-03-10', 'deja-passe'],
  ['jusqu’à hier', null, '2026-03-09', 'deja-passe'],
  ['pour un an', null, '2027-03-10', null],
  ['pour plus d’un an', null, '2027-03-11', 'trop-loin'],
] as const)('mettre de côté %s', (_titre, prochaineEcheanceLe, jusquAu, code) => {
  const refus = refusDeMettreDeCote({ estClos: false, prochaineEcheanceLe }, jusquAu, AUJOURD_HUI)
  expect(refus?.code ?? null).toBe(code)
})

it('un dossier clos ne se met pas de côté', () => {
  const clos = { estClos: true, prochaineEcheanceLe: null }
  expect(refusDeMettreDeCote(clos, '2026-03-11', AUJOURD_HUI)).toEqual({ code: 'dossier-clos' })
})
