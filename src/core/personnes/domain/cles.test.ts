import { describe, expect, it } from 'vitest'
import {
  cleDeLAdresse,
  cleDuCourriel,
  cleDuNom,
  cleDuTelephone,
  clesDeRapprochement,
  debutsDeNom,
  debutsDeSon,
} from './cles.ts'
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

describe('ce par quoi deux fiches se rencontrent', () => {
  const personne = {
    nom: 'Marchand',
    prenom: 'Zoé',
    nomDeNaissance: 'Lefèvre',
    neeLe: '1950-01-02',
    telephone: '06 99 00 12 34',
    voie: '12, av. de l’Église',
    codePostal: '37000',
  }

  it('est le son de chaque nom, la naissance, l’adresse, le téléphone', () => {
    expect(clesDeRapprochement(personne)).toEqual([
      'SmarCA soY',
      'Slefevr soY',
      'D1950-01-02 marCA',
      'D1950-01-02 lefevr',
      'A37000 12 avenue eglise soY',
      'T0699001234',
      'P1950-01-02 soY',
    ])
  })

  it('ne contient rien de ce qui manque', () => {
    const vide = {
      nom: '漢字',
      prenom: '',
      nomDeNaissance: '',
      neeLe: null,
      telephone: '12',
      voie: '',
      codePostal: '37000',
    }
    expect(clesDeRapprochement(vide)).toEqual([])
  })

  it.each([
    ['06.99.00.12.34', '0699001234'],
    ['+33 6 99 00 12 34', '0699001234'],
    ['0033 (0)6 99001234', '0699001234'],
    ['+33 (0)6 99 00 12 34', '0699001234'],
    ['+41 22 123 45 67', '41221234567'],
    ['poste 4512', ''],
    ['', ''],
  ])('le téléphone %j se compare comme %j', (saisi, cle) => {
    expect(cleDuTelephone(saisi)).toBe(cle)
  })

  it.each([
    ['12 AVENUE EGLISE', '37000'],
    ['12, Avenue de l’Église', ' 37000 '],
    ['12 Ave. de l Eglise', '37000'],
  ])('l’adresse %j se compare sans ses mots vides ni ses abréviations', (voie, codePostal) => {
    expect(cleDeLAdresse({ voie, codePostal })).toBe('37000 12 avenue eglise')
  })

  it.each([
    ['Zoé Lefebvre', 'Slefevr soY'],
    ['LEFEBVRE Zoé', 'Slefevr soY'],
    ['Jean-Pierre de la Tour', 'SdelatUr jA'],
    ['lefebvre', 'Slefevr '],
  ])('%j se cherche aussi comme il sonne', (saisi, debut) => {
    expect(debutsDeSon(saisi)).toContain(debut)
  })

  it.each(['', 'lef', '%_', '漢字'])('%j est trop court pour sonner', (saisi) => {
    expect(debutsDeSon(saisi)).toEqual([])
  })
})
