import type { PageDefinition } from '#platform/web/page-definition.ts'

/** The page of one person shows dossiers: it is with them. */
export const pages: readonly PageDefinition[] = [
  {
    path: '/personnes',
    title: 'Personnes',
    permission: 'personnes.consulter',
    load: () => import('./registre.tsx').then((module) => module.RegistreDesPersonnes),
  },
  {
    path: '/personnes/$id/fusion/$autre',
    title: 'Réunir deux fiches',
    permission: 'personnes.modifier',
    load: () => import('./fusionner.tsx').then((module) => module.Fusionner),
  },
]
