import type { Role } from '#core/journal/domain/acteur.ts'

/** Permissions of the core, and the roles that hold them. Case types declare their own beside their contract. */
export const PERMISSIONS_DU_SOCLE = {
  'agents.consulter': ['charge', 'responsable', 'directeur'],
  'agents.administrer': ['administrateur'],
  // one's own absence; everyone's, for who runs the department
  'agents.declarer-une-absence': ['charge', 'responsable', 'directeur', 'chef-de-service', 'administrateur'],
  'agents.tenir-les-absences': ['responsable', 'directeur', 'administrateur'],
  'structures.consulter': ['charge', 'responsable', 'directeur', 'chef-de-service', 'administrateur'],
  'structures.administrer': ['administrateur'],
  'structures.tenir-les-correspondants': ['charge', 'responsable', 'directeur', 'administrateur'],
  'personnes.consulter': ['charge', 'responsable', 'directeur'],
  'personnes.modifier': ['charge', 'responsable', 'directeur'],
  // the whole INS or NIR, each reading in the journal
  'personnes.lire-l-identifiant': ['responsable', 'directeur'],
  'echeances.consulter': ['charge', 'responsable', 'directeur', 'administrateur'],
  'echeances.regler': ['responsable', 'directeur'],
  'dossiers.consulter': ['charge', 'responsable', 'directeur', 'chef-de-service'],
  'dossiers.modifier': ['charge', 'responsable', 'directeur'],
  // affaires say that other dossiers are about the same facts: the department's
  'affaires.consulter': ['charge', 'responsable', 'directeur'],
  'dossiers.assigner': ['charge', 'responsable', 'directeur'],
  'dossiers.proteger': ['responsable', 'directeur'],
  // shared lists and the labels of the department
  'dossiers.regler': ['responsable', 'directeur'],
  'dossiers.rectifier': ['charge', 'responsable', 'directeur'],
  'pieces.consulter': ['charge', 'responsable', 'directeur', 'chef-de-service'],
  'pieces.deposer': ['charge', 'responsable', 'directeur'],
  'taches.consulter': ['charge', 'responsable', 'directeur'],
  'taches.demander': ['charge', 'responsable', 'directeur'],
  'taches.repondre': ['chef-de-service'],
  'courriers.consulter': ['charge', 'responsable', 'directeur', 'administrateur'],
  'courriers.ecrire': ['charge', 'responsable', 'directeur'],
  'courriers.regler': ['responsable', 'directeur', 'administrateur'],
  'courriers.habiliter': ['responsable', 'directeur'],
  'journal.consulter': ['responsable', 'directeur', 'administrateur'],
  'exploitation.consulter': ['administrateur'],
} as const satisfies Record<string, readonly Role[]>

export type PermissionDuSocle = keyof typeof PERMISSIONS_DU_SOCLE
