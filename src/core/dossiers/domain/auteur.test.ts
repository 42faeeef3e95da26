import { describe, expect, it } from 'vitest'
import { faitSurLAuteur } from './auteur.ts'
import { definirTypeDeDossier } from './definition.ts'

const typeAvec = (regles: readonly ('D03' | 'D04' | 'D05')[]) =>
  definirTypeDeDossier<'recu', 'x.lire'>()({
    code: 'essai',
    libelle: 'Essai',
    pluriel: 'Essais',
    prefixe: 'ESS',
    etats: { recu: { libelle: 'Reçu', final: false } },
    etatInitial: 'recu',
    transitions: {},
    regles,
    faits: {},
    faitsDeReception: [],
    refus: {},
  })
const recu = { code: 'reception-papier' }
const inconnu = { code: 'auteur-inconnu' }
const connu = { code: 'auteur-connu' }

describe('l’auteur d’un dossier', () => {
  it.each([
    ['anonyme à l’arrivée', [], false, 'auteur-inconnu'],
    ['connu à l’arrivée', [], true, null],
    ['toujours inconnu', [inconnu, recu], false, null],
    ['qui se fait connaître', [inconnu, recu], true, 'auteur-connu'],
    ['toujours connu', [inconnu, recu, connu], true, null],
    ['retiré', [recu], false, 'auteur-inconnu'],
    ['retiré après s’être fait connaître', [inconnu, connu], false, 'auteur-inconnu'],
    ['revenu', [inconnu, connu, inconnu], true, 'auteur-connu'],
  ] as const)('%s', (_cas, faits, aUnAuteur, attendu) => {
    expect(faitSurLAuteur(typeAvec(['D03', 'D05']), faits, aUnAuteur)).toBe(attendu)
  })

  it('ne compte pas pour un type dont aucune règle n’en dépend', () => {
    expect(faitSurLAuteur(typeAvec([]), [], false)).toBeNull()
    expect(faitSurLAuteur(typeAvec(['D04', 'D05']), [], false)).toBeNull()
  })
})
