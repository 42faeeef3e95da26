import { describe, expect, it } from 'vitest'
import { phonetiser, phonetiserLePrenom } from './phonetique.ts'

describe('deux noms qui sonnent pareil', () => {
  it.each([
    ['Dupont', 'Dupond'],
    ['Dupont', 'DUPONTS'],
    ['Lefèvre', 'Lefebvre'],
    ['Lefèvre', 'Le Febvre'],
    ['Lefèvre', 'Lefevres'],
    ['Thibault', 'Tibo'],
    ['Thibaud', 'Thibaut'],
    ['Arnaud', 'Arnault'],
    ['Renault', 'Reneau'],
    ['Moreau', 'Moreaux'],
    ['Gauthier', 'Gautier'],
    ['Mathieu', 'Matthieu'],
    ['Philippe', 'Filipe'],
    ['Schneider', 'Shneider'],
    ['Meyer', 'Meier'],
    ['Roux', 'Rous'],
    ['Leroux', 'Le Roux'],
    ['de la Tour', 'Delatour'],
    ['Jacquet', 'Jaquet'],
    ['Picquet', 'Piquet'],
    ['Lecocq', 'Le Coq'],
    ['Legay', 'Leguay'],
    ['Boulet', 'Boulay'],
    ['Clément', 'Clémant'],
    ['Henry', 'Henri'],
    ['Baptiste', 'Batiste'],
    ['Rosier', 'Rozier'],
    ['Vasseur', 'Vaseur'],
    ['Bouchet', 'Bouché'],
    ['Guérin', 'Guerrin'],
    ['Martin', 'Martain'],
    ['Hernandez', 'Ernandes'],
    ['Chrétien', 'Chretiens'],
    ['Villeneuve', 'Vileneuve'],
    ['Cœurdacier', 'Coeurdacier'],
    ['Delaunay', 'Delauney'],
    ['Lemaire', 'Lemère'],
    ['Gérard', 'Jérard'],
    ['Fournier', 'Fournié'],
    ['O’Brien', 'OBrien'],
    ['Beaujean', 'Baujean'],
    ['Wagner', 'Vagner'],
    ['Enguerrand', 'Enguérand'],
  ])('%s, %s', (a, b) => {
    expect(phonetiser(b), `${a} : ${phonetiser(a)}`).toBe(phonetiser(a))
  })
})

describe('deux noms différents', () => {
  it.each([
    ['Martin', 'Marton'],
    ['Dupont', 'Dupin'],
    ['Durand', 'Duron'],
    ['Lefèvre', 'Lefort'],
    ['Petit', 'Petitjean'],
    ['Bernard', 'Besnier'],
    ['Moreau', 'Morel'],
    ['Simon', 'Simone'],
    ['Girard', 'Gérard'],
    ['Roux', 'Rousseau'],
    ['Laurent', 'Laurier'],
    ['Roche', 'Rocher'],
    ['Caron', 'Charon'],
    ['Boyer', 'Bouvier'],
    ['Noël', 'Nolet'],
    ['Fabre', 'Favre'],
    ['Jean', 'Jeanne'],
    ['Martin', 'Martine'],
    ['Denis', 'Denise'],
  ])('%s, %s', (a, b) => {
    expect(phonetiser(b)).not.toBe(phonetiser(a))
  })
})

describe('ce qui n’a rien à faire entendre', () => {
  it.each(['', '   ', '漢字', '٠١٢', '-', '’'])('%j ne donne aucun son', (nom) => {
    expect(phonetiser(nom)).toBe('')
  })

  it.each(['Ed', 'Ô', 'D', 'Pé', 'Ès', 'Xx', 'Né'])('un nom court garde un son : %s', (nom) => {
    expect(phonetiser(nom)).not.toBe('')
  })
})

it.each([
  ['Marie-Claude', 'Marie'],
  ['Jean Pierre', 'Jean-Paul'],
  ['Mathilde', 'Matilde'],
  ['Éric', 'Erik'],
])('le prénom usuel rapproche %s et %s', (a, b) => {
  expect(phonetiserLePrenom(a)).toBe(phonetiserLePrenom(b))
})
