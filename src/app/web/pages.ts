import { pages as tableauDeBord } from '#activities/tableau-de-bord/web/pages.tsx'
import { pages as agents } from '#core/agents/web/pages.tsx'
import { pages as dossiers } from '#core/dossiers/web/pages.tsx'
import { pages as echeances } from '#core/echeances/web/pages.tsx'
import { pages as structures } from '#core/structures/web/pages.tsx'
import type { PageDefinition } from '#platform/web/page-definition.ts'

/** Every screen of the application, module by module; each is loaded when first visited. */
export const PAGES: readonly PageDefinition[] = [
  ...tableauDeBord,
  ...dossiers,
  ...agents,
  ...structures,
  ...echeances,
]
