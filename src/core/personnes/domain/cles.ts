import { searchKey } from '#platform/keys.ts'

/** What a person is found by: name then first name, without accents. */
export const cleDuNom = (personne: { readonly nom: string; readonly prenom: string }): string =>
  searchKey(`${personne.nom} ${personne.prenom}`)

/** An e-mail address as compared: two spellings of one mailbox meet. */
export const cleDuCourriel = (courriel: string): string => courriel.normalize('NFC').trim().toLowerCase()

const ORDRES_ESSAYES = 4
const LONGUEUR_MINIMALE = 2

/**
 * Beginnings of name keys that a typed text may stand for: « jean martin » is sought as it is and as « martin jean ». Empty
 * when there is too little to look for.
 */
export function debutsDeNom(saisi: string): readonly string[] {
  const cle = searchKey(saisi)
  if (cle.length < LONGUEUR_MINIMALE) return []
  const mots = cle.split(' ').slice(0, 12)
  const rangs = mots.slice(0, ORDRES_ESSAYES).map((_, rang) => rang)
  const ordres = rangs.map((rang) => [...mots.slice(rang), ...mots.slice(0, rang)].join(' '))
  return [...new Set(ordres)]
}
