import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/contacts/nouveau',
    title: 'Nouveau contact',
    permission: 'contacts.enregistrer',
    load: () => import('./nouveau-contact.tsx').then((module) => module.NouveauContact),
  },
  {
    path: '/contacts/$id',
    title: 'Contact',
    permission: 'contacts.lire',
    load: () => import('./contact.tsx').then((module) => module.PageDeContact),
  },
]
