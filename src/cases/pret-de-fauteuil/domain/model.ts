export const ETATS = ['recu', 'rendu'] as const
export type Etat = (typeof ETATS)[number]
