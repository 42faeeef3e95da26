import { ajouterJours, composantsDe, type JourCivil, jourDesComposants } from './jour-civil.ts'

type RegleDeFerie =
  | { readonly type: 'fixe'; readonly mois: number; readonly quantieme: number }
  | { readonly type: 'paques'; readonly decalage: number }

/**
 * Every public holiday a calendar may retain.
 * @source Code du travail, art. L. 3133-1 (national), L. 3134-13 (Alsace-Moselle), L. 3422-2 (overseas, to be confirmed)
 */
export const FERIES = {
  'jour-de-l-an': { type: 'fixe', mois: 1, quantieme: 1 },
  'vendredi-saint': { type: 'paques', decalage: -2 },
  'lundi-de-paques': { type: 'paques', decalage: 1 },
  'abolition-mayotte': { type: 'fixe', mois: 4, quantieme: 27 },
  'fete-du-travail': { type: 'fixe', mois: 5, quantieme: 1 },
  'victoire-1945': { type: 'fixe', mois: 5, quantieme: 8 },
  ascension: { type: 'paques', decalage: 39 },
  'abolition-martinique': { type: 'fixe', mois: 5, quantieme: 22 },
  'lundi-de-pentecote': { type: 'paques', decalage: 50 },
  'abolition-guadeloupe': { type: 'fixe', mois: 5, quantieme: 27 },
  'abolition-saint-martin': { type: 'fixe', mois: 5, quantieme: 28 },
  'abolition-guyane': { type: 'fixe', mois: 6, quantieme: 10 },
  'fete-nationale': { type: 'fixe', mois: 7, quantieme: 14 },
  assomption: { type: 'fixe', mois: 8, quantieme: 15 },
  'abolition-saint-barthelemy': { type: 'fixe', mois: 10, quantieme: 9 },
  toussaint: { type: 'fixe', mois: 11, quantieme: 1 },
  'armistice-1918': { type: 'fixe', mois: 11, quantieme: 11 },
  'abolition-la-reunion': { type: 'fixe', mois: 12, quantieme: 20 },
  noel: { type: 'fixe', mois: 12, quantieme: 25 },
  'saint-etienne': { type: 'fixe', mois: 12, quantieme: 26 },
} as const satisfies Record<string, RegleDeFerie>

export type CodeFerie = keyof typeof FERIES

/** Easter Sunday of a Gregorian year (Meeus, Jones and Butcher's computation). */
export function dimancheDePaques(annee: number): JourCivil {
  const a = annee % 19
  const [b, c] = [Math.floor(annee / 100), annee % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return jourDesComposants(annee, Math.floor(n / 31), (n % 31) + 1)
}

/** The day a public holiday falls on in a given year. */
export function jourDuFerie(code: CodeFerie, annee: number): JourCivil {
  const regle = FERIES[code]
  return regle.type === 'fixe'
    ? jourDesComposants(annee, regle.mois, regle.quantieme)
    : ajouterJours(dimancheDePaques(annee), regle.decalage)
}

/** Which of these holidays falls on this day, or null. The first of the list when two coincide (1 May and Ascension, 2008). */
export function ferieDuJour(feries: readonly CodeFerie[], jour: JourCivil): CodeFerie | null {
  const { annee } = composantsDe(jour)
  return feries.find((code) => jourDuFerie(code, annee) === jour) ?? null
}
