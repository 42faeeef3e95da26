import { composantsDe, type JourCivil } from '#core/echeances/domain/jour-civil.ts'
import { MONTHS } from '#platform/french-calendar.ts'

/** « janvier 2026 »: the month is enough for who reads a thank-you on a wall. */
export function moisDe(jour: JourCivil): string {
  const { annee, mois } = composantsDe(jour)
  return `${MONTHS[mois - 1] ?? ''} ${annee}`
}
