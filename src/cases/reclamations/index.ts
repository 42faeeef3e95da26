export { reclamation } from './domain/definition.ts'
export { PERMISSIONS as PERMISSIONS_DES_RECLAMATIONS } from './domain/permissions.ts'
export { accuseReception } from './server/courriers/accuse-reception.ts'
export { routes as routesDesReclamations } from './server/routes.ts'
