import { pathTo } from '#platform/web/path.ts'

export const cheminDesStructures = (): string => pathTo('/structures')
export const cheminDeLEtablissement = (): string => pathTo('/etablissement')
export const cheminDesCorrespondants = (): string => pathTo('/correspondants')
