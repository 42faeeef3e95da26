import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/eloges/nouveau',
    title: 'Nouvel éloge',
    permission: 'eloges.enregistrer',
    load: () => import('./nouvel-eloge.tsx').then((module) => module.NouvelEloge),
  },
  {
    path: '/eloges/par-service',
    title: 'Éloges par service',
    permission: 'eloges.compter',
    load: () => import('./comptes.tsx').then((module) => module.ComptesDesEloges),
  },
  {
    path: '/eloges/$id',
    title: 'Éloge',
    permission: 'eloges.lire',
    load: () => import('./eloge.tsx').then((module) => module.PageDEloge),
  },
]
