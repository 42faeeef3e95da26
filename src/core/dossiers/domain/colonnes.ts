/** What a list may show of a dossier beside its subject. */
export const COLONNES = [
  'numero',
  'type',
  'auteur',
  'services',
  'recu',
  'etat',
  'clos',
  'echeance',
  'attentes',
  'assigne',
  'priorite',
  'etiquettes',
] as const
export type Colonne = (typeof COLONNES)[number]

/** Past six, a row is no longer read at a glance. */
export const COLONNES_MAX = 6

export const COLONNES_PAR_DEFAUT: readonly Colonne[] = ['services', 'recu', 'echeance', 'assigne']

export const LIBELLES_DES_COLONNES = {
  numero: 'Numéro',
  type: 'Type',
  auteur: 'Auteur',
  services: 'Services',
  recu: 'Reçu',
  etat: 'État',
  clos: 'Clos',
  echeance: 'Prochaine échéance',
  attentes: 'En attente de',
  assigne: 'Suivi par',
  priorite: 'Priorité',
  etiquettes: 'Étiquettes',
} as const satisfies Record<Colonne, string>

/** Known columns of a text such as `services,recu`, each once, in its order; none: those by default. */
export function lireColonnes(texte: string | undefined): readonly Colonne[] {
  const demandees = (texte ?? '').split(',')
  const connues = demandees.flatMap((d) => COLONNES.filter((c) => c === d))
  return connues.length === 0 ? COLONNES_PAR_DEFAUT : [...new Set(connues)].slice(0, COLONNES_MAX)
}
