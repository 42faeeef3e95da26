import { searchKey } from '#platform/keys.ts'

/**
 * How a French name sounds, in a few letters: « Lefèvre », « Lefebvre » and « Le Febvre » meet, as do « Thibault » and
 * « Tibo ». Each step replaces spellings by a sound; capitals are sounds that no later step reads again: A I O for the nasal
 * vowels (an, in, on), Y for a final é, E for eu, U for ou, W for oi, C for ch, G for gn, Q for a hard g. Made for names, not
 * for sentences: what it brings together is suggested, never decided.
 */
const ETAPES: readonly (readonly [RegExp, string])[] = [
  // consonants
  [/sch|sh|ch/g, 'C'],
  [/ph/g, 'f'],
  [/h/g, ''],
  [/gn/g, 'G'],
  [/w/g, 'v'],
  [/[bp](?=v)|p(?=t)/g, ''],
  [/ll/g, 'l'],
  [/gu(?=[aeiouy])/g, 'Q'],
  [/[gj]e(?=[aou])/g, 'j'],
  [/g(?=[eiy])/g, 'j'],
  [/g/g, 'Q'],
  [/c?qu(?=[aeiouy])|c[kq]|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  // the end: what is written and not heard, once the vowel it may change is read
  [/e?au(?:l[dtx]|[dtx])?s?$/, 'o'],
  [/ez$/, 'es'],
  [/(?:ers?|ets?|a[iy]s?|e[iy]s?)$/, 'Y'],
  [/(?<=.{2})[dtpsxz]+$/, ''],
  [/y/g, 'i'],
  // vowels of several letters
  [/e?au/g, 'o'],
  [/oeu|eu|oe/g, 'E'],
  [/ou/g, 'U'],
  [/oi/g, 'W'],
  [/(?:[ae]i[nm]|i[nm]|un)(?![aeiouY]|[nm])/g, 'I'],
  [/ien(?![aeiouY]|[nm])/g, 'iI'],
  [/[ae][nm](?![aeiouY]|[nm])/g, 'A'],
  [/o[nm](?![aeiouY]|[nm])/g, 'O'],
  [/[ae]i/g, 'e'],
  [/(?<=.)e$/, ''],
  [/[zx]/g, 's'],
  [/(.)\1+/g, '$1'],
]

/** Keys drop accents: a final « é » is first written as it is heard. */
const ecrireLesAccents = (nom: string): string => nom.normalize('NFC').replace(/[éè]e?s?(?!\p{L})/giu, 'et')

/** The sound of one name, all its words together: « de la Tour » and « Delatour » are one. Empty when there is no letter. */
export function phonetiser(nom: string): string {
  const lettres = searchKey(ecrireLesAccents(nom)).replace(/[^a-z]/g, '')
  const son = ETAPES.reduce((texte, [ecrit, entendu]) => texte.replace(ecrit, entendu), lettres)
  return son === '' ? lettres : son
}

/** The sound of the first name someone is called by: « Marie-Claude » may be written « Marie ». */
export const phonetiserLePrenom = (prenom: string): string =>
  phonetiser(searchKey(ecrireLesAccents(prenom)).split(' ')[0] ?? '')
