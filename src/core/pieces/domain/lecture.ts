/** What became of the text of a piece. */
export const ETATS_DE_LECTURE = ['a-lire', 'lue', 'sans-texte', 'illisible', 'non-reconnue'] as const
export type EtatDeLecture = (typeof ETATS_DE_LECTURE)[number]

export const RAISONS_D_ILLISIBLE = [
  'mot-de-passe',
  'abime',
  'trop-long',
  'trop-gros',
  'arretee',
  'sans-fichier',
] as const
export type RaisonDIllisible = (typeof RAISONS_D_ILLISIBLE)[number]

export interface Lecture {
  readonly etat: EtatDeLecture
  readonly raison: RaisonDIllisible | null
  readonly estReconnue: boolean
  readonly estCoupee: boolean
  readonly pagesNonLues: number
}

/** A piece that stopped the reading three times is not read a fourth. */
export const TENTATIVES_MAX = 3
/** Of a piece, in bytes: a larger one is kept, and not read. */
export const TAILLE_LISIBLE = 60 * 1024 * 1024
