export { routes as routesDuTableauDeBord } from './server/routes.ts'
