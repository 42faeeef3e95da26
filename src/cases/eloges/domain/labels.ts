import type { Etat } from './model.ts'

export const LIBELLES_DES_ETATS = {
  recu: 'Reçu',
  transmis: 'Transmis à l’équipe',
} as const satisfies Record<Etat, string>

export const LIBELLES_DES_FAITS = {
  'eloge-recu': { libelle: 'Éloge reçu', rectifiable: true },
  'eloge-transmis': { libelle: 'Éloge transmis à l’équipe', rectifiable: false },
} as const
