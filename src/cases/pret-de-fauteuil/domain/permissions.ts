import type { Role } from '#core/journal/domain/acteur.ts'

export const PERMISSIONS = {
  'pret-de-fauteuil.lire': ['charge', 'responsable', 'directeur'],
  'pret-de-fauteuil.enregistrer': ['charge', 'responsable', 'directeur'],
  'pret-de-fauteuil.rendre': ['responsable', 'directeur'],
} as const satisfies Record<`pret-de-fauteuil.${string}`, readonly Role[]>
export type Permission = keyof typeof PERMISSIONS
