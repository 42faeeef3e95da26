import type { ROLES_DANS_LE_DOSSIER } from '../contract.ts'

export type RoleDansLeDossier = (typeof ROLES_DANS_LE_DOSSIER)[number]

/** Role of a person in a dossier, as a heading. */
export const ROLE_DANS_LE_DOSSIER = {
  auteur: 'Auteur',
  patient: 'Patient',
  representant: 'Représentant',
  temoin: 'Témoin',
} as const satisfies Record<RoleDansLeDossier, string>
