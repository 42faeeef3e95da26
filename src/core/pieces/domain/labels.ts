/** Why no dossier should be made of a message that no person wrote. */
export const MESSAGE_AUTOMATIQUE = {
  bounce: 'Avis de non-remise : un de vos envois n’est pas parvenu à son destinataire.',
  'out-of-office': 'Réponse automatique d’absence : personne n’a encore lu votre message.',
  list: 'Message d’une liste de diffusion.',
  automatic: 'Message envoyé par un automate.',
} as const satisfies Record<string, string>

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
