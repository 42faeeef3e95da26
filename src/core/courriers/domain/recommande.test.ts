import { describe, expect, it } from 'vitest'
import { numeroDeRecommande, refusDeNumero } from './recommande.ts'

describe('le numéro d’un recommandé', () => {
  it.each([
    ['de La Poste, tel qu’il est imprimé', '1A 123 456 7890 1', null],
    ['en minuscules', '2c 098 765 4321 0', null],
    ['international, à la bonne clé', 'EB 000 717 618 HK', null],
    ['international, à la mauvaise clé', 'EB 900 717 618 HK', 'numero-de-recommande-faux'],
    ['trop court', '1A 123', 'numero-de-recommande-mal-forme'],
    ['vide', '', 'numero-de-recommande-mal-forme'],
    ['fait de lettres', 'ABCDEFGHIJKLM', 'numero-de-recommande-mal-forme'],
  ])('%s', (_cas, saisi, attendu) => expect(refusDeNumero(numeroDeRecommande(saisi))).toBe(attendu))
})
