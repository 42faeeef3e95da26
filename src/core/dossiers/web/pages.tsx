import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/dossiers',
    title: 'Dossiers',
    permission: 'dossiers.consulter',
    load: () => import('./lister.tsx').then((module) => module.ListeDesDossiers),
  },
  {
    path: '/dossiers/$id',
    title: 'Dossier',
    permission: 'dossiers.consulter',
    load: () => import('./situer.tsx').then((module) => module.SituerLeDossier),
  },
  {
    path: '/personnes/$id',
    title: 'Personne',
    permission: 'personnes.consulter',
    load: () => import('./personne.tsx').then((module) => module.PageDePersonne),
  },
]
