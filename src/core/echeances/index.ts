export { lireReglages } from './lire-reglages.ts'
export { type AReconstruire, reconstruireEcheances } from './reconstruire-echeances.ts'
export { routesDesEcheances } from './routes.ts'
export { type ContexteDeVue, versEcheanceVue } from './vers-echeance-vue.ts'
