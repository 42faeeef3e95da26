import type { Role } from '#core/journal/domain/acteur.ts'
import type { CodeDeRefusDAbsence } from './absence.ts'

export const ROLE = {
  charge: 'Chargé des relations avec les usagers',
  responsable: 'Responsable du service',
  directeur: 'Directeur',
  'chef-de-service': 'Chef de service',
  administrateur: 'Administrateur',
} as const satisfies Record<Role, string>

/** Why an operation on accounts is not possible, and what to do next. */
export const REFUS_DES_AGENTS = {
  'dernier-administrateur':
    'Cet agent est le dernier administrateur actif. Nommez d’abord un autre administrateur.',
  'deja-installe': 'Porte-voix est déjà installé ici. Connectez-vous avec votre identifiant.',
} as const satisfies Record<string, string>

/** Why an absence cannot be entered so, and what to do. */
export const REFUS_DES_ABSENCES = {
  'dates-inversees': 'Le dernier jour vient après le premier.',
  'deja-finie': 'Cette absence est déjà finie : il n’y a plus rien à remplacer.',
  'trop-longue': 'Une absence se saisit pour un an au plus.',
  'remplacant-soi-meme': 'Choisissez une autre personne.',
  'remplacant-inconnu': 'Choisissez quelqu’un qui fait le même travail, avec un compte actif.',
  'remplacant-absent': 'Cette personne est absente ces jours-là : choisissez-en une autre.',
  'deja-absent': 'Une absence couvre déjà ces jours : annulez-la d’abord.',
  'remplace-deja':
    'Cette personne en remplace une autre ces jours-là : faites d’abord changer de remplaçant cette autre absence.',
} as const satisfies Record<CodeDeRefusDAbsence, string>
