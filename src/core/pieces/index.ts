export { ajouterPiece, type PieceAjoutee } from './ajouter.ts'
export {
  type Balayage,
  balayerLesPieces,
  type DependancesDuBalayage,
  type ListerReferences,
} from './balayer.ts'
export type { PieceVue } from './contract.ts'
export type { DependancesDesPieces } from './dependances.ts'
export { listerPieces } from './lister.ts'
export type { Alerte, PieceAInscrire } from './nouvelle-piece.ts'
export { obtenirPiece, type PieceObtenue } from './obtenir.ts'
export { lireObjet, ouvrirObjet } from './ouvrir.ts'
export { rattacherPieces } from './rattacher.ts'
export { routesDesPieces } from './routes.ts'
