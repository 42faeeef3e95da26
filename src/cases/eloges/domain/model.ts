export const CANAUX = ['courriel', 'courrier', 'guichet', 'telephone', 'formulaire'] as const
export type Canal = (typeof CANAUX)[number]
export const ETATS = ['recu', 'transmis'] as const
export type Etat = (typeof ETATS)[number]
