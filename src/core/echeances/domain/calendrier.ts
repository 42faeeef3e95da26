import { ajouterJours, type JourCivil, jourDeLaSemaine } from './jour-civil.ts'
import { type CodeFerie, ferieDuJour, jourDuFerie } from './jours-feries.ts'

/** The public holidays an establishment observes. Plain data: it travels to the browser and into a setting as is. */
export interface Calendrier {
  readonly code: string
  readonly libelle: string
  readonly feries: readonly CodeFerie[]
  /** true while the text that sets the local holiday has not been read */
  readonly aConfirmer: boolean
}

const NATIONAUX = [
  'jour-de-l-an',
  'lundi-de-paques',
  'fete-du-travail',
  'victoire-1945',
  'ascension',
  'lundi-de-pentecote',
  'fete-nationale',
  'assomption',
  'toussaint',
  'armistice-1918',
  'noel',
] as const satisfies readonly CodeFerie[]

function local(
  code: string,
  libelle: string,
  propres: readonly CodeFerie[],
  aConfirmer: boolean,
): Calendrier {
  return { code, libelle, feries: [...NATIONAUX, ...propres], aConfirmer }
}

/** The eleven national holidays. @source Code du travail, art. L. 3133-1 */
export const METROPOLE: Calendrier = local('metropole', 'Métropole', [], false)

/**
 * Calendars an establishment may choose. Bridges and the « journée de solidarité » change none of them.
 * Good Friday depends on the commune (Protestant temple or mixed church), hence two calendars for Alsace-Moselle.
 */
export const CALENDRIERS: readonly Calendrier[] = [
  METROPOLE,
  local('alsace-moselle', 'Alsace-Moselle', ['vendredi-saint', 'saint-etienne'], false),
  local(
    'alsace-moselle-sans-vendredi-saint',
    'Alsace-Moselle, commune sans temple ni église mixte',
    ['saint-etienne'],
    false,
  ),
  local('mayotte', 'Mayotte', ['abolition-mayotte'], true),
  local('martinique', 'Martinique', ['abolition-martinique'], true),
  local('guadeloupe', 'Guadeloupe', ['abolition-guadeloupe'], true),
  local('saint-martin', 'Saint-Martin', ['abolition-saint-martin'], true),
  local('guyane', 'Guyane', ['abolition-guyane'], true),
  local('saint-barthelemy', 'Saint-Barthélemy', ['abolition-saint-barthelemy'], true),
  local('la-reunion', 'La Réunion', ['abolition-la-reunion'], true),
]

/** The calendar of that code; throws when unknown. */
export function obtenirCalendrier(code: string): Calendrier {
  const calendrier = CALENDRIERS.find((c) => c.code === code)
  if (calendrier === undefined) throw new Error(`Unknown calendar: ${code}`)
  return calendrier
}

/** The code of the holiday observed that day (worded by `FERIE` in labels.ts), or null. */
export function ferieDe(calendrier: Calendrier, jour: JourCivil): CodeFerie | null {
  return ferieDuJour(calendrier.feries, jour)
}

export function estFerie(calendrier: Calendrier, jour: JourCivil): boolean {
  return ferieDe(calendrier, jour) !== null
}

/** Every holiday of a year, in order. */
export function feriesDeLAnnee(
  calendrier: Calendrier,
  annee: number,
): readonly { readonly jour: JourCivil; readonly ferie: CodeFerie }[] {
  return calendrier.feries
    .map((ferie) => ({ jour: jourDuFerie(ferie, annee), ferie }))
    .sort((a, b) => (a.jour < b.jour ? -1 : 1))
}

export type MotifDeFermeture = 'samedi' | 'dimanche' | 'ferie'

/** Why a day is not « ouvré » (Monday to Friday but public holidays), or null when it is. */
export function motifDeFermeture(calendrier: Calendrier, jour: JourCivil): MotifDeFermeture | null {
  const rang = jourDeLaSemaine(jour)
  if (rang === 6) return 'samedi'
  if (rang === 7) return 'dimanche'
  return estFerie(calendrier, jour) ? 'ferie' : null
}

/** Jour ouvré: Monday to Friday but public holidays. */
export function estOuvre(calendrier: Calendrier, jour: JourCivil): boolean {
  return motifDeFermeture(calendrier, jour) === null
}

/** Jour ouvrable: Monday to Saturday but public holidays. */
export function estOuvrable(calendrier: Calendrier, jour: JourCivil): boolean {
  return jourDeLaSemaine(jour) !== 7 && !estFerie(calendrier, jour)
}

function chercherOuvre(calendrier: Calendrier, jour: JourCivil, pas: 1 | -1): JourCivil {
  let candidat = jour
  while (!estOuvre(calendrier, candidat)) candidat = ajouterJours(candidat, pas)
  return candidat
}

/** The day itself when « ouvré », otherwise the next one that is. */
export function prochainJourOuvre(calendrier: Calendrier, jour: JourCivil): JourCivil {
  return chercherOuvre(calendrier, jour, 1)
}

/** The day itself when « ouvré », otherwise the last one before it that is. */
export function jourOuvrePrecedent(calendrier: Calendrier, jour: JourCivil): JourCivil {
  return chercherOuvre(calendrier, jour, -1)
}

/** The day `nombre` « jours ouvrés » after this one, which is not counted; the day itself when `nombre` is 0. */
export function ajouterJoursOuvres(calendrier: Calendrier, jour: JourCivil, nombre: number): JourCivil {
  let candidat = jour
  for (let compte = 0; compte < nombre; compte += 1) {
    candidat = prochainJourOuvre(calendrier, ajouterJours(candidat, 1))
  }
  return candidat
}
