import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/services-interroges',
    title: 'Ce que les services doivent',
    permission: 'taches.consulter',
    load: () => import('./services-interroges.tsx').then((module) => module.ServicesInterroges),
  },
  {
    path: '/services-interroges/$id',
    title: 'Ce que doit un service',
    permission: 'taches.consulter',
    load: () => import('./service-interroge.tsx').then((module) => module.PageDuServiceInterroge),
  },
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
