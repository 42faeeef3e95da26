import { expect, it } from 'vitest'
import { phraseDuJour } from './phrase-du-jour.tsx'

const accueil = (enRetard: number, aujourdHui: number, ouverts: number) => ({
  aujourdHui: '2026-11-21',
  compteurs: { enRetard, aujourdHui, ouverts, nonAssignes: 0 },
  plafond: 1000,
  aFaire: [],
  agenda: [],
  agendaCoupe: false,
  deMoi: [],
  enAttente: [],
  brouillons: 0,
})

it.each([
  [2, 9, 48, 'Deux dossiers en retard, neuf à traiter aujourd’hui.'],
  [1, 0, 48, 'Un dossier en retard, rien à rendre aujourd’hui.'],
  [0, 3, 48, 'Rien en retard, trois dossiers à traiter aujourd’hui.'],
  [0, 0, 48, 'Rien en retard, rien à rendre aujourd’hui. 48 dossiers en cours.'],
  [0, 0, 0, 'Aucun dossier en cours.'],
  [1000, 20, 5000, 'Plus de 999 dossiers en retard, 20 à traiter aujourd’hui.'],
])('%i en retard, %i aujourd’hui, %i ouverts se dit « %4$s »', (enRetard, aujourdHui, ouverts, phrase) =>
  expect(phraseDuJour(accueil(enRetard, aujourdHui, ouverts)).replace(/[\u00a0\u202f]/g, ' ')).toBe(phrase),
)
