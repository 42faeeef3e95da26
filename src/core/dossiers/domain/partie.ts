/** What a dossier is also found by, beside its own texts: one part per object of another module. */
export const SOURCES = [
  'grief',
  'constat',
  'note',
  'orientation',
  'courrier',
  'demande',
  'explications',
  'piece',
] as const
export type Source = (typeof SOURCES)[number]

/** Where a word may be found: the dossier's own texts, or a part of it. */
export const LIEUX = ['recit', 'personne', ...SOURCES] as const
export type Lieu = (typeof LIEUX)[number]

/**
 * Who may read a part: whoever sees the dossier; who works on every dossier; they and the service; they, the service and who
 * follows the dossier. Decided by the policies of `dossiers.recherche_partie`.
 */
export type Audience = 'dossier' | 'departement' | 'service' | 'suivi'

export interface PartieDeRecherche {
  readonly source: Source
  readonly objetId: string
  readonly audience: Audience
  /** the service that reads it too */
  readonly structureId: string | null
  /** which one, as it is shown: the name of a file, of a service */
  readonly lieu: string
  /** as it is read; empty, the part is withdrawn */
  readonly texte: string
}

/** Of one part: about forty pages. What follows is neither found nor kept here. */
export const CARACTERES_D_UNE_PARTIE = 100_000
