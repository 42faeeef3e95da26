/** What is asked of a service: to explain what happened, or to read what was concluded from it. */
export const NATURES_DE_TACHE = ['explications', 'restitution'] as const
export type NatureDeTache = (typeof NATURES_DE_TACHE)[number]

export const ETATS_DE_TACHE = ['demandee', 'repondue', 'annulee'] as const
export type EtatDeTache = (typeof ETATS_DE_TACHE)[number]

/** From the lightest to the last. */
export const NIVEAUX_DE_RELANCE = ['rappel', 'relance', 'hierarchie'] as const
export type NiveauDeRelance = (typeof NIVEAUX_DE_RELANCE)[number]

/** What became of a message: left to whoever copies it, handed over, in doubt, or not gone. */
export const ENVOIS = ['a-copier', 'parti', 'incertain', 'echec'] as const
export type Envoi = (typeof ENVOIS)[number]

/** Of one answer, in UTF-16 units: three hundred pages. */
export const REPONSE_MAX = 100_000

/** Of one request. */
export const SUJETS_MAX = 30
