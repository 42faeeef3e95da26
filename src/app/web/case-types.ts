import { contactWeb } from '#cases/contacts/web/index.ts'
import { elogeWeb } from '#cases/eloges/web/index.ts'
import { reclamationWeb } from '#cases/reclamations/web/index.ts'
import type { TypeWeb } from '#core/dossiers/web/index.ts'
// new:case: import { pretDeFauteuilWeb } from '#cases/pret-de-fauteuil/web/index.ts'

/**
 * Case types shown by the web application: navigation entry, choice of « Nouveau », address of a dossier.
 * A new case type is one line here and one in `pages.ts`.
 */
export const CASE_TYPES: readonly TypeWeb[] = [
  reclamationWeb,
  elogeWeb,
  contactWeb,
  // new:case: pretDeFauteuilWeb,
]
