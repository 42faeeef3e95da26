export { ChampDesStructures, FicheCorrespondant } from './entrees.ts'
export { cheminDeLEtablissement, cheminDesCorrespondants, cheminDesStructures } from './paths.ts'
export { useCorrespondants } from './use-correspondants.ts'
export { LIBELLES_DES_NATURES, nomComplet, useStructures } from './use-structures.ts'
