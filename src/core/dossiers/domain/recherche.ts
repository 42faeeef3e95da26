import { searchKey } from '#platform/keys.ts'
import { lireNumero } from './numero.ts'

/** Matches looked at, newest first, before ranking. */
export const FENETRE_DE_RECHERCHE = 300

export interface RechercheLue {
  readonly numero: string | null
  /** tsquery text: the words that are complete, all wanted */
  readonly mots: string
  /** the last word, which the agent may still be typing; empty when too short to begin one */
  readonly debut: string
  /** key of a name, empty when too short for the trigram index to help */
  readonly nom: string
}

const MOTS_MAX = 8

/** What the search box means. Accents, case and punctuation do not count; a number goes straight to its dossier. */
export function lireRecherche(saisi: string): RechercheLue {
  const cle = searchKey(saisi)
  const mots = cle
    .split(' ')
    .filter((m) => m !== '')
    .slice(0, MOTS_MAX)
  const dernier = mots.at(-1) ?? ''
  const debut = dernier.length > 2 ? dernier : ''
  const complets = debut === '' ? mots : mots.slice(0, -1)
  return { numero: lireNumero(saisi), mots: complets.join(' & '), debut, nom: cle.length >= 3 ? cle : '' }
}

/** The text under which a dossier is found: number, subject, names, narrative. Accents already removed. */
export function texteDeRecherche(parties: readonly string[]): string {
  return parties
    .map(searchKey)
    .filter((p) => p !== '')
    .join(' ')
}
