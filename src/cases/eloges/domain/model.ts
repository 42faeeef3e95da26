export const ETATS = ['recu', 'transmis'] as const
export type Etat = (typeof ETATS)[number]
