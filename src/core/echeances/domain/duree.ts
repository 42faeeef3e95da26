import type { Delai } from './delai.ts'

const UNITES = {
  OUVRES: ['jour ouvré', 'jours ouvrés'],
  OUVRABLES: ['jour ouvrable', 'jours ouvrables'],
  CAL_D: ['jour', 'jours'],
  CAL_M: ['mois', 'mois'],
  FRANC_M: ['mois', 'mois'],
  EU_1182: ['mois', 'mois'],
  H: ['heure', 'heures'],
} as const satisfies Record<Exclude<Delai['convention'], 'ASAP' | 'JOUR_FIXE'>, readonly [string, string]>

/** « 3 jours »: a number and its French noun. */
export function compterMots(nombre: number, singulier: string, pluriel: string): string {
  return `${nombre} ${nombre > 1 ? pluriel : singulier}`
}

/** « 10 jours ouvrés », « 2 mois », « 48 heures »; « non chiffré » when the text gives no period. */
export function dureeDe(delai: Delai): string {
  if (delai.convention === 'ASAP') return 'non chiffré'
  if (delai.convention === 'JOUR_FIXE') return 'jour fixé par la demande reçue'
  const [singulier, pluriel] = UNITES[delai.convention]
  return compterMots(delai.duree.nombre, singulier, pluriel)
}
