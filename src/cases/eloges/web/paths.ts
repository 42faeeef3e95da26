import { cheminDesDossiers } from '#core/dossiers/web/index.ts'
import { pathTo } from '#platform/web/path.ts'

export const cheminDeLEloge = (id: string): string => pathTo('/eloges/$id', { id })
export const cheminDUnNouvelEloge = (): string => pathTo('/eloges/nouveau')
export const cheminDesEloges = (): string => cheminDesDossiers({ type: 'eloge', vue: 'tous' })
