export { ChampDesStructures } from './champ-des-structures.tsx'
export { cheminDeLEtablissement, cheminDesStructures } from './paths.ts'
export { LIBELLES_DES_NATURES, useStructures } from './use-structures.ts'
