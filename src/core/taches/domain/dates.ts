import { debutDuJour } from '#core/echeances/domain/instant.ts'
import { ajouterJours, ajouterMois, type JourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { NiveauDeRelance } from './tache.ts'

/** The department's own habits (published procedures: 8 to 15 days, reminders at 8 and 15). None is a legal time limit. */
export interface Cibles {
  /** days after the request */
  readonly explications: number
  readonly rappel: number
  /** days after the wanted day */
  readonly relance: number
  /** days after the relance */
  readonly hierarchie: number
  /** days after the wanted day */
  readonly validiteDuLien: number
}

/** The day proposed for an answer. */
export const jourPropose = (aujourdHui: JourCivil, { explications }: Cibles): JourCivil =>
  ajouterJours(aujourdHui, explications)

/** The last day one may want. */
export const dernierJour = (aujourdHui: JourCivil): JourCivil => ajouterMois(aujourdHui, 12)

/** When a link closes: at the end of its last day, in the establishment's zone. */
export function finDuLien(
  pourLe: JourCivil,
  { validiteDuLien }: Cibles,
  fuseau: string,
): { readonly dernierLe: JourCivil; readonly expireA: Date } {
  const dernierLe = ajouterJours(pourLe, validiteDuLien)
  return { dernierLe, expireA: debutDuJour(ajouterJours(dernierLe, 1), fuseau) }
}

export interface RelanceFaite {
  readonly niveau: NiveauDeRelance
  readonly faiteLe: string
}

/** A step of the chase, and the day its turn comes. */
export interface Etape {
  readonly niveau: NiveauDeRelance
  readonly depuisLe: JourCivil
}

export interface DemandeSuivie {
  readonly demandeeLe: JourCivil
  readonly pourLe: JourCivil
  readonly relances: readonly RelanceFaite[]
}

/**
 * The reminder whose turn has come, and since when; null while it has not. A rappel some days after the request, a relance
 * some days after the wanted day, then the hierarchy when a relance stayed as long without an answer.
 */
export function relanceProposee(demande: DemandeSuivie, cibles: Cibles, aujourdHui: JourCivil): Etape | null {
  const prochaine = prochaineEtape(demande, cibles)
  return prochaine !== null && prochaine.depuisLe <= aujourdHui ? prochaine : null
}

/** The next step, come or to come; null after the last one. */
export function prochaineEtape(
  { demandeeLe, pourLe, relances }: DemandeSuivie,
  { rappel, relance, hierarchie }: Cibles,
): Etape | null {
  const derniere = (niveau: NiveauDeRelance) => relances.findLast((r) => r.niveau === niveau)?.faiteLe
  if (derniere('hierarchie') !== undefined) return null
  const relancee = derniere('relance')
  if (relancee !== undefined)
    return { niveau: 'hierarchie', depuisLe: ajouterJours(relancee as JourCivil, hierarchie) }
  const apres = ajouterJours(pourLe, relance)
  if (derniere('rappel') !== undefined) return { niveau: 'relance', depuisLe: apres }
  const premier = ajouterJours(demandeeLe, rappel)
  return apres <= premier ? { niveau: 'relance', depuisLe: apres } : { niveau: 'rappel', depuisLe: premier }
}
