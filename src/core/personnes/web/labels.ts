import type { FORMES_DE_CONSENTEMENT, OBJETS_DE_CONSENTEMENT, ROLES_DANS_LE_DOSSIER } from '../contract.ts'

export type RoleDansLeDossier = (typeof ROLES_DANS_LE_DOSSIER)[number]

/** Role of a person in a dossier, as a heading. */
export const ROLE_DANS_LE_DOSSIER = {
  auteur: 'Auteur',
  patient: 'Patient',
  representant: 'Représentant',
  temoin: 'Témoin',
} as const satisfies Record<RoleDansLeDossier, string>

export const OBJET_DE_CONSENTEMENT = {
  'acces-aux-donnees-de-sante': 'L’accès à ses données de santé',
  'transmission-au-service': 'La transmission de sa réclamation au service',
  'reponse-par-courriel': 'La réponse par courriel',
  'nom-donne-a-l-equipe': 'Que son nom soit donné à l’équipe qu’elle remercie',
} as const satisfies Record<(typeof OBJETS_DE_CONSENTEMENT)[number], string>

export const FORME_DE_CONSENTEMENT = {
  ecrit: 'Par écrit',
  'oral-consigne': 'De vive voix, consigné',
} as const satisfies Record<(typeof FORMES_DE_CONSENTEMENT)[number], string>
