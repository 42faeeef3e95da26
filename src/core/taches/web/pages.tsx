import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/demandes',
    title: 'Mes demandes',
    permission: 'taches.repondre',
    load: () => import('./mes-demandes.tsx').then((module) => module.MesDemandes),
  },
  {
    path: '/demandes/$id',
    title: 'Demande',
    permission: 'taches.repondre',
    load: () => import('./demande-recue.tsx').then((module) => module.PageDeDemandeRecue),
  },
]
