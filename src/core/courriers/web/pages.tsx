import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/courriers/modeles',
    title: 'Modèles de courrier',
    permission: 'courriers.consulter',
    load: () => import('./modeles.tsx').then((module) => module.ModelesDeCourrier),
  },
  {
    path: '/courriers/signataires',
    title: 'Signataires',
    permission: 'courriers.consulter',
    load: () => import('./signataires.tsx').then((module) => module.Signataires),
  },
]
