export { ajouterPiece, type PieceAjoutee } from './ajouter.ts'
export {
  type Balayage,
  balayerLesPieces,
  type DependancesDuBalayage,
  type ListerReferences,
} from './balayer.ts'
export type { PieceVue } from './contract.ts'
export type { DependancesDesPieces } from './dependances.ts'
export { REFUS_DES_PIECES } from './domain/labels.ts'
export { type DependancesDesLectures, lireLesTextes } from './lire-les-textes.ts'
export { listerPieces } from './lister.ts'
export type { Alerte, PieceAInscrire } from './nouvelle-piece.ts'
export { obtenirPiece, type PieceObtenue } from './obtenir.ts'
export { oublierLeTexte } from './oublier-le-texte.ts'
export { lireObjet, ouvrirObjet } from './ouvrir.ts'
export {
  joindreALaTache,
  listerPiecesDesTaches,
  type PieceDeTache,
  retirerDeLaTache,
  supprimerDepotsDesTaches,
  verserLaTache,
} from './pieces-de-tache.ts'
export { rattacherPieces } from './rattacher.ts'
export { recevoirDocument, retirerObjets } from './recevoir.ts'
export { routesDesPieces } from './routes.ts'
export { CANAL_DES_LECTURES } from './store-lectures.ts'
