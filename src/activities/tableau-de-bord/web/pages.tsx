import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/',
    title: 'Aujourd’hui',
    load: () => import('./accueil.tsx').then((module) => module.Accueil),
  },
]
