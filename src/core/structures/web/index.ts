export { ChampDesStructures } from './entrees.ts'
export { cheminDeLEtablissement, cheminDesStructures } from './paths.ts'
export { LIBELLES_DES_NATURES, useStructures } from './use-structures.ts'
