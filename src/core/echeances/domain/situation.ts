import type { Echeance, Situation } from './echeance.ts'
import { type JourCivil, joursEntre } from './jour-civil.ts'

/**
 * Where an open deadline stands on a day, in the establishment's zone; null when it is no longer, or not yet, running.
 * Late only after the legal date (after the internal target when the law gives none). `seuil`: calendar days before the
 * target from which it is « proche ». `maintenant` settles the last day of a period in hours.
 */
export function situationDe(
  echeance: Echeance,
  aujourdHui: JourCivil,
  seuil: number,
  maintenant?: Date,
): Situation | null {
  const { etat, limiteLe, limiteA, cibleLe } = echeance
  const terme = limiteLe ?? cibleLe
  if (etat !== 'ouverte' || terme === null) return null
  const heurePassee = limiteA !== null && maintenant !== undefined && maintenant > new Date(limiteA)
  if (heurePassee || aujourdHui > terme) return 'depassee'
  return joursEntre(aujourdHui, cibleLe ?? terme) <= seuil ? 'proche' : 'a-venir'
}

/** True when it was done after the legal date; null when the law gave no date or it is not done. */
export function estTenueHorsDelai({ tenueLe, limiteLe }: Echeance): boolean | null {
  return tenueLe === null || limiteLe === null ? null : tenueLe > limiteLe
}
