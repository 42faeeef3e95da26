import { pages as exploitation } from '#activities/exploitation/web/pages.tsx'
import { pages as tableauDeBord } from '#activities/tableau-de-bord/web/pages.tsx'
import { pages as contacts } from '#cases/contacts/web/pages.tsx'
import { pages as eloges } from '#cases/eloges/web/pages.tsx'
import { pages as reclamations } from '#cases/reclamations/web/pages.tsx'
import { pages as agents } from '#core/agents/web/pages.tsx'
import { pages as courriers } from '#core/courriers/web/pages.tsx'
import { pages as dossiers } from '#core/dossiers/web/pages.tsx'
import { pages as echeances } from '#core/echeances/web/pages.tsx'
import { pages as personnes } from '#core/personnes/web/pages.tsx'
import { pages as structures } from '#core/structures/web/pages.tsx'
import { pages as taches } from '#core/taches/web/pages.tsx'
import type { PageDefinition } from '#platform/web/page-definition.ts'
// new:case: import { pages as pretDeFauteuil } from '#cases/pret-de-fauteuil/web/pages.tsx'

/** Every screen of the application, module by module; each is loaded when first visited. */
export const PAGES: readonly PageDefinition[] = [
  ...tableauDeBord,
  ...reclamations,
  ...eloges,
  ...contacts,
  // new:case: ...pretDeFauteuil,
  ...dossiers,
  ...personnes,
  ...taches,
  ...courriers,
  ...agents,
  ...structures,
  ...echeances,
  ...exploitation,
]
