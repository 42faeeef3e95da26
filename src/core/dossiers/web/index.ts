export { type CriteresDAdresse, cheminDesDossiers, cheminParIdentifiant } from './paths.ts'
export type { TypeWeb } from './type-web.ts'
export { TypesContext, useCheminDuDossier, useTypesWeb } from './types-context.ts'
