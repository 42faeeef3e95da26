/** How something reaches the department, whatever the type of dossier it opens. */
export const CANAUX = ['courriel', 'courrier', 'guichet', 'telephone', 'formulaire'] as const
export type Canal = (typeof CANAUX)[number]
