import type { PageDefinition } from '#platform/web/page-definition.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/pret-de-fauteuil/ouvrir',
    title: 'Ouvrir un dossier',
    permission: 'pret-de-fauteuil.enregistrer',
    load: () => import('./ouvrir.tsx').then((module) => module.Ouvrir),
  },
  {
    path: '/pret-de-fauteuil/$id',
    title: 'Prêt de fauteuil',
    permission: 'pret-de-fauteuil.lire',
    load: () => import('./dossier.tsx').then((module) => module.PageDuDossier),
  },
]
