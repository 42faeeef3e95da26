export { cheminDesReglages } from './paths.ts'
