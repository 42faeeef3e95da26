import type { Etat } from './model.ts'

export const LIBELLES_DES_ETATS = {
  recu: 'En cours',
  rendu: 'Terminé',
} as const satisfies Record<Etat, string>

export const LIBELLES_DES_FAITS = {
  'pret-de-fauteuil-ouvert': { libelle: 'Prêt de fauteuil ouvert', rectifiable: true },
  'pret-de-fauteuil-termine': { libelle: 'Prêt de fauteuil terminé', rectifiable: false },
} as const
