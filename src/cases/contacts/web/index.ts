import type { TypeWeb } from '#core/dossiers/web/index.ts'
import { cheminDesContacts, cheminDUnNouveauContact, cheminDuContact } from './paths.ts'

export { cheminDUnNouveauContact } from './paths.ts'

export const contactWeb: TypeWeb = {
  code: 'contact',
  chemin: cheminDuContact,
  reprise: (brouillonId) => cheminDUnNouveauContact(brouillonId),
  creation: {
    label: 'Contact',
    description: 'Un appel, une visite, quelqu’un au guichet',
    href: cheminDUnNouveauContact(),
    permission: 'contacts.enregistrer',
    shortcut: 'c',
  },
  navigation: {
    section: 'dossiers',
    order: 5,
    label: 'Contacts',
    href: cheminDesContacts(),
    permission: 'contacts.lire',
  },
}
