import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/reclamations/nouvelle',
    title: 'Nouvelle réclamation',
    permission: 'reclamations.enregistrer',
    load: () => import('./nouvelle-reclamation.tsx').then((module) => module.NouvelleReclamation),
  },
  {
    path: '/reclamations/$id/griefs',
    title: 'Griefs',
    permission: 'reclamations.lire',
    load: () => import('./griefs.tsx').then((module) => module.Griefs),
  },
  {
    path: '/reclamations/$id/analyse',
    title: 'Analyse',
    permission: 'reclamations.lire',
    load: () => import('./analyse.tsx').then((module) => module.Analyse),
  },
  {
    path: '/reclamations/$id',
    title: 'Réclamation',
    permission: 'reclamations.lire',
    load: () => import('./reclamation.tsx').then((module) => module.PageDeReclamation),
  },
]
