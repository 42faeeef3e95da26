import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/reclamations/nouvelle',
    title: 'Nouvelle réclamation',
    permission: 'reclamations.enregistrer',
    load: () => import('./nouvelle-reclamation.tsx').then((module) => module.NouvelleReclamation),
  },
  {
    path: '/reclamations/$id',
    title: 'Réclamation',
    permission: 'reclamations.lire',
    load: () => import('./reclamation.tsx').then((module) => module.PageDeReclamation),
  },
]
