import { searchKey } from '#platform/keys.ts'
import { lireNumero } from './numero.ts'

/** Matches looked at, newest first, before ranking. */
export const FENETRE_DE_RECHERCHE = 300

export interface RechercheLue {
  readonly numero: string | null
  /** tsquery text: all words, the last one as a prefix because the agent is still typing it */
  readonly mots: string
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
  const derniers = mots.map((mot, rang) => (rang === mots.length - 1 && mot.length > 2 ? `${mot}:*` : mot))
  return { numero: lireNumero(saisi), mots: derniers.join(' & '), nom: cle.length >= 3 ? cle : '' }
}

/** The text under which a dossier is found: number, subject, names, narrative. Accents already removed. */
export function texteDeRecherche(parties: readonly string[]): string {
  return parties
    .map(searchKey)
    .filter((p) => p !== '')
    .join(' ')
}
