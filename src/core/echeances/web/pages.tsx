import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/delais',
    title: 'Délais internes',
    permission: 'echeances.consulter',
    load: () => import('./reglages.tsx').then((module) => module.Reglages),
  },
]
