import { pathTo } from '#platform/web/path.ts'

export const cheminDeLAccueil = (): string => pathTo('/')
