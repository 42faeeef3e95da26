import type { Role } from '#core/journal/domain/acteur.ts'

export const PERMISSIONS = {
  'eloges.lire': ['charge', 'responsable', 'directeur', 'chef-de-service'],
  'eloges.enregistrer': ['charge', 'responsable', 'directeur'],
  'eloges.transmettre': ['charge', 'responsable', 'directeur'],
  // how many, by service
  'eloges.compter': ['charge', 'responsable', 'directeur'],
  // says that the team has it
  'eloges.remettre': ['chef-de-service'],
} as const satisfies Record<`eloges.${string}`, readonly Role[]>
export type Permission = keyof typeof PERMISSIONS
