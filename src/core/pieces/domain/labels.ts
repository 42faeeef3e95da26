import { assertNever } from '#platform/assert-never.ts'
import type { Lecture, RaisonDIllisible } from './lecture.ts'

/** Why no dossier should be made of a message that no person wrote. */
export const MESSAGE_AUTOMATIQUE = {
  bounce: 'Avis de non-remise : un de vos envois n’est pas parvenu à son destinataire.',
  'out-of-office': 'Réponse automatique d’absence : personne n’a encore lu votre message.',
  list: 'Message d’une liste de diffusion.',
  automatic: 'Message envoyé par un automate.',
} as const satisfies Record<string, string>

const RAISONS = {
  'mot-de-passe': 'protégé par mot de passe',
  abime: 'fichier mal formé',
  'trop-long': 'la lecture demandait trop de temps',
  'trop-gros': 'fichier trop gros',
  arretee: 'la lecture s’est arrêtée plusieurs fois',
  'sans-fichier': 'le fichier manque',
} as const satisfies Record<RaisonDIllisible, string>

const pagesNonLues = (n: number): string =>
  n === 0 ? '' : n === 1 ? ', sauf une page en image' : `, sauf ${n} pages en image`

/** What became of the text of a piece, in a few words. */
export function phraseDeLecture({ etat, raison, estReconnue, estCoupee, pagesNonLues: n }: Lecture): string {
  switch (etat) {
    case 'a-lire':
      return 'Lecture en cours'
    case 'lue':
      return `Texte ${estReconnue ? 'reconnu' : 'lu'}${estCoupee ? ' en partie\u00a0: il est très long' : ''}${pagesNonLues(n)}`
    case 'sans-texte':
      return 'Aucun texte'
    case 'illisible':
      return `Texte illisible\u00a0: ${raison === null ? 'raison inconnue' : RAISONS[raison]}`
    case 'non-reconnue':
      return 'Texte non lu\u00a0: la reconnaissance de texte n’est pas installée sur ce serveur'
    default:
      return assertNever(etat)
  }
}

/** Refusals of this module, shown as they are. */
export const REFUS_DES_PIECES = {
  'piece-indisponible':
    'Une des pièces n’est plus disponible : elle a été retirée, ou son dépôt a expiré. Déposez-la de nouveau.',
  'piece-d-un-autre-dossier':
    'Une des pièces appartient déjà à un autre dossier. Téléchargez-la, puis déposez-la dans celui-ci.',
  'piece-versee':
    'Cette pièce est au dossier : elle ne peut plus être retirée. Seul un dépôt qui n’a rejoint aucun dossier se retire.',
  'trop-de-pieces': 'Vingt pièces au plus : retirez-en une, ou réunissez-les dans un seul document.',
  'sans-apercu': 'Cette pièce ne s’affiche pas ici. Téléchargez-la pour l’ouvrir avec son logiciel.',
} as const satisfies Record<string, string>

export type RefusDesPieces = keyof typeof REFUS_DES_PIECES
