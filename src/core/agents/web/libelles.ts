import type { Role } from '#core/journal/domain/acteur.ts'

/** What a role may do, in one sentence: read when choosing one. */
export const EXPLICATIONS_DES_ROLES = {
  charge: 'Enregistre et suit tous les dossiers ordinaires.',
  responsable: 'Suit tous les dossiers, y compris sensibles, et règle les délais et les modèles.',
  directeur: 'Voit tout, règle les délais et les modèles.',
  'chef-de-service': 'Lit les dossiers de ses services, et rien d’autre.',
  administrateur: 'Gère les comptes, les structures et l’établissement ; ne voit aucun dossier.',
} as const satisfies Record<Role, string>
