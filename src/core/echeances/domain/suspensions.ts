import type { Suspension } from './delai.ts'
import { comparerJours, type JourCivil, plusTard } from './jour-civil.ts'

/** A stop of the clock without its reasons: `du` included, `au` excluded, null while it lasts. */
export interface Arret {
  readonly du: JourCivil
  readonly au: JourCivil | null
}

/** Suspensions in order, overlapping ones merged so that no day is taken off twice; empty ones dropped. */
export function fusionnerSuspensions(suspensions: readonly Suspension[]): readonly Arret[] {
  const arrets: Arret[] = []
  const dansLOrdre = suspensions
    .filter(({ du, au }) => au === null || du < au)
    .toSorted((a, b) => comparerJours(a.du, b.du))
  for (const { du, au } of dansLOrdre) {
    const dernier = arrets.at(-1)
    if (dernier !== undefined && (dernier.au === null || du <= dernier.au)) {
      const fin = dernier.au === null || au === null ? null : plusTard(dernier.au, au)
      arrets[arrets.length - 1] = { du: dernier.du, au: fin }
    } else {
      arrets.push({ du, au })
    }
  }
  return arrets
}

/** The stop a day belongs to, or undefined. */
export function arretDuJour(arrets: readonly Arret[], jour: JourCivil): Arret | undefined {
  return arrets.find(({ du, au }) => du <= jour && (au === null || jour < au))
}
