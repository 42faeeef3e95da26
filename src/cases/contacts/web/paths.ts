import { cheminDesDossiers } from '#core/dossiers/web/index.ts'
import { pathTo } from '#platform/web/path.ts'

export const cheminDuContact = (id: string): string => pathTo('/contacts/$id', { id })
/** A new one, or a draft resumed. */
export const cheminDUnNouveauContact = (brouillon?: string): string =>
  pathTo('/contacts/nouveau', {}, { brouillon })
export const cheminDesContacts = (): string => cheminDesDossiers({ type: 'contact', vue: 'tous' })
