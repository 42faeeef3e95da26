import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/structures',
    title: 'Structures',
    permission: 'structures.administrer',
    load: () => import('./structures.tsx').then((module) => module.Structures),
  },
  {
    path: '/etablissement',
    title: 'Établissement',
    permission: 'structures.administrer',
    load: () => import('./etablissement.tsx').then((module) => module.Etablissement),
  },
  {
    path: '/correspondants',
    title: 'Correspondants',
    permission: 'structures.tenir-les-correspondants',
    load: () => import('./correspondants.tsx').then((module) => module.Correspondants),
  },
]
