export { gesteDe } from './gestes.ts'
export { cheminDesReglages } from './paths.ts'
