import type { Saisie, SuiteSaisie } from '../contract.ts'

/** A phone call of Monday 5 January 2026, answered at once. */
export const contactSaisi = (plus: Partial<Saisie> = {}): Saisie => ({
  canal: 'telephone',
  motif: 'renseignement',
  recuLe: '2026-01-05',
  heure: '',
  personne: null,
  note: 'Demande les horaires de visite en pneumologie.',
  services: [],
  orientation: null,
  orientationPrecision: '',
  dureeMinutes: null,
  suite: null,
  clore: false,
  brouillonId: null,
  protection: null,
  ...plus,
})

/** A call back the day after. */
export const rappelSaisi = (plus: Partial<SuiteSaisie> = {}): SuiteSaisie => ({
  nature: 'rappel',
  pourLe: '2026-01-06',
  heure: '',
  dureeMinutes: 30,
  avec: '',
  lieu: '',
  telephone: '06 99 00 12 34',
  agentId: null,
  ...plus,
})
