import { pathTo } from '#platform/web/path.ts'

export const cheminDesDemandesRecues = (): string => pathTo('/demandes')
export const cheminDeLaDemandeRecue = (id: string): string => pathTo('/demandes/$id', { id })
