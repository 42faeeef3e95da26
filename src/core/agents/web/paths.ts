import { pathTo } from '#platform/web/path.ts'

export const cheminDesAgents = (): string => pathTo('/agents')
export const cheminDesAbsences = (): string => pathTo('/absences')
export const cheminDuMotDePasse = (): string => pathTo('/mot-de-passe')
