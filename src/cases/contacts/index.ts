export { contact } from './domain/definition.ts'
export { PERMISSIONS as PERMISSIONS_DES_CONTACTS } from './domain/permissions.ts'
export { routes as routesDesContacts } from './server/routes.ts'
export { contactTransforme } from './server/subscribers.ts'
