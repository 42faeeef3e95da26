import { expect, it } from 'vitest'
import { cheminDesContacts, cheminDUnNouveauContact, cheminDuContact } from './paths.ts'

it('les adresses des écrans ne changent pas sans qu’on le sache', () => {
  expect([
    cheminDuContact('42'),
    cheminDUnNouveauContact(),
    cheminDUnNouveauContact('7'),
    cheminDesContacts(),
  ]).toEqual([
    '/contacts/42',
    '/contacts/nouveau',
    '/contacts/nouveau?brouillon=7',
    '/dossiers?type=contact&vue=tous',
  ])
})
