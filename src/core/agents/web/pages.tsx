import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/agents',
    title: 'Agents',
    permission: 'agents.administrer',
    load: () => import('./agents.tsx').then((module) => module.Agents),
  },
  {
    path: '/absences',
    title: 'Absences',
    permission: 'agents.declarer-une-absence',
    load: () => import('./absences.tsx').then((module) => module.Absences),
  },
  {
    path: '/mot-de-passe',
    title: 'Changer mon mot de passe',
    load: () => import('./mot-de-passe.tsx').then((module) => module.MotDePasse),
  },
]
