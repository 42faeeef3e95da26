import { pathTo } from '#platform/web/path.ts'

/** What each service owes the department. */
export const cheminDesServicesInterroges = (pole?: string): string =>
  pathTo('/services-interroges', {}, { pole })
export const cheminDUnServiceInterroge = (id: string | null): string =>
  pathTo('/services-interroges/$id', { id: id ?? 'aucun' })
export const cheminDesDemandesRecues = (): string => pathTo('/demandes')
export const cheminDeLaDemandeRecue = (id: string): string => pathTo('/demandes/$id', { id })
