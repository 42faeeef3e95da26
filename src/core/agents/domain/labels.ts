import type { Role } from '#core/journal/domain/acteur.ts'

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
