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
    path: '/affaires',
    title: 'Affaires',
    permission: 'affaires.consulter',
    load: () => import('./affaires.tsx').then((module) => module.ListeDesAffaires),
  },
  {
    path: '/affaires/$id',
    title: 'Affaire',
    permission: 'affaires.consulter',
    load: () => import('./affaire.tsx').then((module) => module.PageDAffaire),
  },
  {
    path: '/personnes/$id',
    title: 'Personne',
    permission: 'personnes.consulter',
    load: () => import('./personne.tsx').then((module) => module.PageDePersonne),
  },
]
