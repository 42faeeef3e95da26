export { eloge } from './domain/definition.ts'
export { PERMISSIONS as PERMISSIONS_DES_ELOGES } from './domain/permissions.ts'
export { routes as routesDesEloges } from './server/routes.ts'
export { type ElogeARemettre, listerElogesARemettre } from './server/store-transmissions.ts'
