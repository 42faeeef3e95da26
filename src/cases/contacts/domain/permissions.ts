import type { Role } from '#core/journal/domain/acteur.ts'

export const PERMISSIONS = {
  // a chef de service reads those of his services, as he reads their other dossiers
  'contacts.lire': ['charge', 'responsable', 'directeur', 'chef-de-service'],
  'contacts.enregistrer': ['charge', 'responsable'],
  'contacts.suivre': ['charge', 'responsable'],
} as const satisfies Record<`contacts.${string}`, readonly Role[]>
export type Permission = keyof typeof PERMISSIONS
