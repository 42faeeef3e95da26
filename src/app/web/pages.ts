import { pages as dossiers } from '#core/dossiers/web/pages.tsx'
import type { PageDefinition } from '#platform/web/page-definition.ts'

/** Every screen of the application, module by module; each is loaded when first visited. */
export const PAGES: readonly PageDefinition[] = [...dossiers]
