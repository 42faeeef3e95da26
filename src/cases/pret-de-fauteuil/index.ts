export { pretDeFauteuil } from './domain/definition.ts'
export { PERMISSIONS as PERMISSIONS_PRET_DE_FAUTEUIL } from './domain/permissions.ts'
export { routes as routesPretDeFauteuil } from './server/routes.ts'
