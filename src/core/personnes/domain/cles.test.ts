import { describe, expect, it } from 'vitest'
import { cleDuCourriel, cleDuNom, debutsDeNom } from './cles.ts'
import { refusDeRetirer } from './consentement.ts'

describe('ce par quoi une personne se trouve', () => {
  it('est le nom puis le prénom, sans accent ni ponctuation', () => {
    expect(cleDuNom({ nom: 'Lefèvre-Dubœuf', prenom: 'Zoé' })).toBe('lefevre duboeuf zoe')
  })

  it.each([
    ['jean martin', ['jean martin', 'martin jean']],
    ['MARTÏN', ['martin']],
    ['de la tour', ['de la tour', 'la tour de', 'tour de la']],
    ['martin martin', ['martin martin']],
    ['m', []],
    ['%_\\', []],
    ['   ', []],
  ])('%j se cherche comme %j', (saisi, debuts) => {
    expect(debutsDeNom(saisi)).toEqual(debuts)
  })

  it('est aussi le courriel, quelle que soit sa casse', () => {
    expect(cleDuCourriel(' Zoe.L@Exemple.FR ')).toBe('zoe.l@exemple.fr')
  })
})

describe('le retrait d’un consentement', () => {
  it.each([
    ['après le consentement', null, '2026-03-10', null],
    ['le jour même', null, '2026-03-01', null],
    ['avant le consentement', null, '2026-02-28', 'retrait-avant-le-consentement'],
    ['une seconde fois', '2026-03-05', '2026-03-10', 'deja-retire'],
  ])('%s', (_titre, dejaLe, retireLe, attendu) => {
    const consentement = { donneLe: '2026-03-01', retireLe: dejaLe }
    expect(refusDeRetirer(consentement, retireLe)?.code ?? null).toBe(attendu)
  })
})
