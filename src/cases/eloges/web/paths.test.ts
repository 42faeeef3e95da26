import { expect, it } from 'vitest'
import { cheminDeLEloge, cheminDepuisUnDossier, cheminDesEloges, cheminDUnNouvelEloge } from './paths.ts'

it('les adresses des écrans ne changent pas sans qu’on le sache', () => {
  expect([
    cheminDeLEloge('42'),
    cheminDUnNouvelEloge(),
    cheminDesEloges(),
    cheminDepuisUnDossier('7'),
  ]).toEqual(['/eloges/42', '/eloges/nouveau', '/dossiers?type=eloge&vue=tous', '/eloges/nouveau?origine=7'])
})
