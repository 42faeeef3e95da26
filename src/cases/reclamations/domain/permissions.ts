import type { Role } from '#core/journal/domain/acteur.ts'

export const PERMISSIONS = {
  'reclamations.lire': ['charge', 'responsable', 'directeur', 'chef-de-service'],
  'reclamations.enregistrer': ['charge', 'responsable', 'directeur'],
  'reclamations.accuser-reception': ['charge', 'responsable', 'directeur'],
  'reclamations.qualifier': ['charge', 'responsable', 'directeur'],
  // a finding prepares the answer: nothing is decided before the signature
  'reclamations.analyser': ['charge', 'responsable', 'directeur'],
  'reclamations.repondre': ['charge', 'responsable', 'directeur'],
  'reclamations.transmettre': ['charge', 'responsable', 'directeur'],
  'reclamations.clore': ['responsable', 'directeur'],
} as const satisfies Record<`reclamations.${string}`, readonly Role[]>
export type Permission = keyof typeof PERMISSIONS
