import type { PersonneSaisie } from '#core/personnes/contract.ts'
import type { Saisie } from '../contract.ts'

/** A fictional person, with both addresses, so that either channel of a letter is possible. */
export const personneFictive = (plus: Partial<PersonneSaisie> = {}): PersonneSaisie => ({
  civilite: 'mme',
  nom: 'Cœurdevey',
  prenom: 'Éléonore',
  nomDeNaissance: '',
  neeLe: null,
  courriel: 'eleonore@courriel.example',
  telephone: '06 99 00 11 22',
  complement: '',
  voie: '4 RUE DES LILAS',
  lieuDit: '',
  codePostal: '99120',
  commune: 'VALMONT SUR ORGE',
  pays: '',
  ...plus,
})

/** A complaint received by mail on Monday 5 January 2026, ready to be registered. */
export const reclamationSaisie = (plus: Partial<Saisie> = {}): Saisie => ({
  canal: 'courriel',
  recuLe: '2026-01-05',
  receptionOrigine: 'saisie',
  objet: 'Attente aux urgences sans information',
  recit: 'J’ai attendu neuf heures dans un couloir glacial. Personne ne m’a rien dit.',
  estAnonyme: false,
  auteur: { choix: 'nouvelle', personne: personneFictive() },
  qualite: 'patient',
  patient: null,
  services: [],
  pieces: [],
  brouillonId: null,
  provenance: null,
  suiteDe: null,
  origineId: null,
  protection: null,
  ...plus,
})

/** A grief about waiting, without a passage, ready to be coded. */
export const griefSaisi = (plus: object = {}) => ({
  motif: 'attente-urgences',
  serviceId: null,
  gravite: 2,
  intitule: 'Neuf heures d’attente',
  passage: null,
  ...plus,
})

/** The passage of a narrative where these words first stand. */
export function passageDe(recit: { readonly id: string; readonly texte: string }, citation: string) {
  const debut = recit.texte.indexOf(citation)
  return { recitId: recit.id, debut, fin: debut + citation.length, citation }
}

/** A training promised for the month after, ready to be noted. */
export const mesureSaisie = (plus: object = {}) => ({
  griefId: null,
  nature: 'promise',
  intitule: 'Sonnettes portatives sur les brancards',
  responsable: 'Cadre des urgences',
  structureId: null,
  agentId: null,
  pourLe: '2026-02-15',
  faiteLe: null,
  ...plus,
})
