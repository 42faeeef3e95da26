export { useNombreAFaire } from './nombre-a-faire.tsx'
export { cheminDeLAccueil } from './paths.ts'
