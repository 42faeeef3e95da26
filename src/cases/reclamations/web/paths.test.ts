import { expect, it } from 'vitest'
import {
  cheminDeLaReclamation,
  cheminDepuisUnDossier,
  cheminDesReclamations,
  cheminDUneNouvelleReclamation,
} from './paths.ts'

it('les adresses des écrans ne changent pas sans qu’on le sache', () => {
  expect([
    cheminDeLaReclamation('42'),
    cheminDeLaReclamation('42', 'accuse'),
    cheminDUneNouvelleReclamation(),
    cheminDUneNouvelleReclamation('7'),
    cheminDesReclamations(),
    cheminDepuisUnDossier('9'),
  ]).toEqual([
    '/reclamations/42',
    '/reclamations/42?suite=accuse',
    '/reclamations/nouvelle',
    '/reclamations/nouvelle?brouillon=7',
    '/dossiers?type=reclamation',
    '/reclamations/nouvelle?origine=9',
  ])
})
