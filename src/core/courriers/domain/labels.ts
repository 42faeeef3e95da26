/** Refusals of this module, shown as they are. */
export const REFUS_DES_COURRIERS = {
  'modele-livre': 'Le modèle livré avec Porte-voix est déjà en usage : il n’y a rien à retirer.',
  'courrier-deja-envoye': 'L’envoi de ce courrier est déjà noté.',
  'modele-inutilisable':
    'Le modèle en usage ne peut pas être rempli. Déposez-le de nouveau dans les réglages, ou revenez au modèle livré.',
} as const satisfies Record<string, string>

/** Says which fields a letter lacks. */
export const phraseDesValeursManquantes = (libelles: readonly string[]): string =>
  `Le courrier n’a pas été produit. Il manque\u00a0: ${libelles.join('\u00a0; ')}. Complétez ces informations, puis recommencez.`

/** Says that a template lacks a field the law asks for. */
export const phraseDeBaliseAbsente = (nom: string, libelle: string): string =>
  `Ce modèle ne contient pas le champ {${nom}} (${libelle}), qui doit figurer dans ce courrier. Ajoutez-le.`

/** « Accusé de réception REC-2026-00042 » */
export const nomDuCourrier = (libelle: string, numero: string): string => `${libelle} ${numero}`
