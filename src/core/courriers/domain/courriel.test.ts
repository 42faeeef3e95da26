import { expect, it } from 'vitest'
import { refusDePoids, TAILLE_MAX_DU_COURRIEL, tailleEnCourriel } from './courriel.ts'

const MO = 1024 * 1024

it('un fichier pèse en courriel un bon tiers de plus', () => {
  for (const octets of [1, 57, 58, 3 * MO]) {
    const lignes =
      Buffer.alloc(octets)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    const reel = lignes.reduce((somme, ligne) => somme + ligne.length + 2, 0)
    expect(tailleEnCourriel(octets)).toBeGreaterThanOrEqual(reel)
    expect(tailleEnCourriel(octets) - reel).toBeLessThan(78)
  }
})

it.each([
  ['rien', [], null],
  ['une lettre et une pièce de 14 Mo', [MO / 4, 14 * MO], null],
  [
    'une pièce de 15 Mo, qui passerait avant d’être mise en courriel',
    [MO / 4, 15 * MO],
    'courriel-trop-lourd',
  ],
  ['beaucoup de pièces légères', Array.from({ length: 40 }, () => MO / 2), 'courriel-trop-lourd'],
])('%s', (_cas, tailles, attendu) => {
  expect(refusDePoids(tailles)).toBe(attendu)
  expect(TAILLE_MAX_DU_COURRIEL).toBe(20 * MO)
})
