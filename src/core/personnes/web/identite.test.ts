import { describe, expect, it } from 'vitest'
import {
  enPersonneChoisie,
  lireAdresse,
  lireNom,
  lireTelephone,
  nomComplet,
  PERSONNE_VIDE,
} from './identite.ts'

describe('le nom d’un expéditeur', () => {
  it.each([
    ['Hélène Delattre', { prenom: 'Hélène', nom: 'Delattre' }],
    ['DELATTRE Hélène', { prenom: 'Hélène', nom: 'DELATTRE' }],
    ['Delattre, Hélène', { prenom: 'Hélène', nom: 'Delattre' }],
    ['Marie-Claude DE LA TOUR', { prenom: 'Marie-Claude', nom: 'DE LA TOUR' }],
    ['  Amiot ', { prenom: '', nom: 'Amiot' }],
    ['', { prenom: '', nom: '' }],
  ])('« %s » est lu comme prénom et nom', (texte, attendu) => {
    expect(lireNom(texte)).toEqual(attendu)
  })
})

describe('l’adresse écrite dans un message', () => {
  it.each([
    ['Hélène Delattre\n14 rue des Ferronniers, 59500 Douai\n', '14 rue des Ferronniers', '59500', 'Douai'],
    ['3 bis, impasse du Lavoir\n01200 Valserhône', '3 bis, impasse du Lavoir', '01200', 'Valserhône'],
    ['12 Avenue Foch 75016 Paris', '12 Avenue Foch', '75016', 'Paris'],
  ])('est proposée : %s', (texte, voie, codePostal, commune) => {
    expect(lireAdresse(texte)).toEqual({ voie, codePostal, commune })
  })

  it.each(['J’ai attendu 9 heures dans la rue.', '14 rue des Ferronniers', 'Dossier 59500, chambre 12'])(
    'n’est pas inventée : %s',
    (texte) => {
      expect(lireAdresse(texte)).toBeNull()
    },
  )
})

it('le téléphone est repris tel qu’il est écrit', () => {
  expect(lireTelephone('Joignable au 06 55 01 02 03 le soir')).toBe('06 55 01 02 03')
  expect(lireTelephone('Chambre 0655')).toBe('')
})

it('le nom complet garde ensemble la civilité et le nom', () => {
  expect(nomComplet({ civilite: 'mme', prenom: 'Hélène', nom: 'Delattre' })).toBe(
    'Mme\u00a0Hélène\u00a0Delattre',
  )
})

it('une personne existante part par son identifiant, jamais recopiée', () => {
  const id = '01900000-0000-7000-8000-000000000001'
  const personne = { ...PERSONNE_VIDE, nom: 'Amiot', id, version: 1, lignesPostales: [] }
  expect(enPersonneChoisie({ choix: 'existante', personne })).toEqual({ choix: 'existante', personneId: id })
  expect(enPersonneChoisie({ choix: 'aucune' })).toBeNull()
})
