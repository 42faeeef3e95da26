import { pathTo } from '#platform/web/path.ts'

export const cheminDesModeles = (): string => pathTo('/courriers/modeles')
export const cheminDesSignataires = (): string => pathTo('/courriers/signataires')
