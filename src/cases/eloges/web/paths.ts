import { cheminDesDossiers } from '#core/dossiers/web/index.ts'
import { pathTo } from '#platform/web/path.ts'

export const cheminDeLEloge = (id: string): string => pathTo('/eloges/$id', { id })
export const cheminDUnNouvelEloge = (): string => pathTo('/eloges/nouveau')
/** A praise made from a dossier of another type: a contact. */
export const cheminDepuisUnDossier = (origine: string): string => pathTo('/eloges/nouveau', {}, { origine })
/** Counts over a period, by service. */
export const cheminDesComptes = (periode: { readonly du?: string; readonly au?: string } = {}): string =>
  pathTo('/eloges/par-service', {}, periode)
export const cheminDesEloges = (): string => cheminDesDossiers({ type: 'eloge', vue: 'tous' })
