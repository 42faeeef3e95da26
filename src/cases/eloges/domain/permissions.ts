import type { Role } from '#core/journal/domain/acteur.ts'

export const PERMISSIONS = {
  'eloges.lire': ['charge', 'responsable', 'directeur', 'chef-de-service'],
  'eloges.enregistrer': ['charge', 'responsable', 'directeur'],
  'eloges.transmettre': ['charge', 'responsable', 'directeur'],
} as const satisfies Record<`eloges.${string}`, readonly Role[]>
export type Permission = keyof typeof PERMISSIONS
