import { ajouterJours, type JourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { Hasard } from './hasard.ts'

/** What happens to one fictional complaint, in days after its receipt; null: not yet. */
export interface Histoire {
  readonly recuIlYA: number
  readonly enregistreApres: number
  readonly accuseApres: number | null
  readonly reponduApres: number | null
  readonly closApres: number | null
  readonly assigne: boolean
  /** the mail server answers at once, most of the time */
  readonly enregistrementNote: boolean
}

const DIX_HUIT_MOIS = 545

/** Older complaints have gone further; some are late, as in life. */
export function imaginerHistoire(h: Hasard, recente: boolean): Histoire {
  const recuIlYA = recente ? h.entier(0, 25) : h.entier(26, DIX_HUIT_MOIS)
  const enregistreApres = Math.min(recuIlYA, h.entier(0, 3))
  const dans = (min: number, max: number, chance: number): number | null => {
    const jours = h.entier(Math.max(min, enregistreApres), Math.max(max, enregistreApres))
    return h.chance(chance) && jours <= recuIlYA ? jours : null
  }
  const ancienne = recuIlYA > 75
  const accuseApres = dans(1, recente ? 9 : 12, recente ? 0.7 : ancienne ? 1 : 0.96)
  const reponduApres =
    accuseApres === null ? null : dans(accuseApres + 8, ancienne ? 58 : 34, ancienne ? 1 : 0.75)
  const closApres =
    reponduApres === null ? null : dans(reponduApres + 1, reponduApres + 30, ancienne ? 0.97 : 0.8)
  return {
    recuIlYA,
    enregistreApres,
    accuseApres,
    reponduApres,
    closApres,
    assigne: accuseApres !== null || h.chance(0.5),
    enregistrementNote: h.chance(0.9),
  }
}

/** An instant of a working morning or afternoon of a day, never after `maintenant`. */
export function instantDe(h: Hasard, jour: JourCivil, maintenant: Date): Date {
  const instant = new Date(
    `${jour}T${String(h.entier(8, 15)).padStart(2, '0')}:${String(h.entier(10, 59))}:00Z`,
  )
  return instant > maintenant ? new Date(maintenant.getTime() - 60_000) : instant
}

export const ilYA = (aujourdHui: JourCivil, jours: number): JourCivil => ajouterJours(aujourdHui, -jours)
