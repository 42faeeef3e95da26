import type { Saisie } from '../contract.ts'

/** A praise received by mail on Monday 5 January 2026, ready to be registered. */
export const elogeSaisi = (plus: Partial<Saisie> = {}): Saisie => ({
  texte: 'Merci à toute l’équipe de nuit pour sa patience et sa gentillesse.',
  auteur: 'Aurèle Ñandú',
  services: [],
  canal: 'courriel',
  recuLe: '2026-01-05',
  pieces: [],
  origineId: null,
  accord: null,
  ...plus,
})
