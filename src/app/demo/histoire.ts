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

/** Pace of a complaint: the older, the further; some are late, as in life. */
const RYTHMES = {
  recente: { accuse: 0.7, accuseAvant: 9, reponse: 0.75, reponseAvant: 34, cloture: 0.8 },
  enCours: { accuse: 0.96, accuseAvant: 12, reponse: 0.75, reponseAvant: 34, cloture: 0.8 },
  ancienne: { accuse: 1, accuseAvant: 12, reponse: 1, reponseAvant: 58, cloture: 0.97 },
} as const

const rythmeDe = (recuIlYA: number) => {
  if (recuIlYA <= 25) return RYTHMES.recente
  return recuIlYA <= 75 ? RYTHMES.enCours : RYTHMES.ancienne
}

export function imaginerHistoire(h: Hasard, recente: boolean): Histoire {
  const recuIlYA = recente ? h.entier(0, 25) : h.entier(26, DIX_HUIT_MOIS)
  const enregistreApres = Math.min(recuIlYA, h.entier(0, 3))
  const rythme = rythmeDe(recuIlYA)
  const suite = (depuis: number | null, attente: number, avant: number, chance: number): number | null => {
    if (depuis === null) return null
    const jours = h.entier(depuis + attente, Math.max(depuis + attente, avant))
    return h.chance(chance) && jours <= recuIlYA ? jours : null
  }
  const accuseApres = suite(enregistreApres, 0, rythme.accuseAvant, rythme.accuse)
  const reponduApres = suite(accuseApres, 8, rythme.reponseAvant, rythme.reponse)
  const closApres = suite(reponduApres, 1, (reponduApres ?? 0) + 30, rythme.cloture)
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
