export { ChampDesStructures } from './entrees.ts'
export { cheminDeLEtablissement, cheminDesStructures } from './paths.ts'
export { LIBELLES_DES_NATURES, nomComplet, useStructures } from './use-structures.ts'
