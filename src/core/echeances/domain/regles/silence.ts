import { METROPOLE } from '../calendrier.ts'
import { compterDelai } from '../conventions.ts'
import type { Delai, Suspension } from '../delai.ts'
import type { JourCivil } from '../jour-civil.ts'
import { CRPA_CONSOLIDE } from './lectures.ts'
import type { Article, Lecture } from './regle.ts'

/** A period letters must announce, without being a deadline of the department. */
export type DelaiAnnonce = Lecture &
  Delai & { readonly libelle: string; readonly article: Article; readonly texte: string }

/** Silence on a complaint, or on a claim for money, is a rejection born the day bearing the same number. */
export const SILENCE_VALANT_REJET = {
  ...CRPA_CONSOLIDE,
  libelle: 'Décision implicite de rejet',
  article: 'CRPA, art. L. 231-4',
  texte:
    'Le silence gardé pendant {delai} sur une réclamation, ou sur une demande de caractère financier, vaut décision de rejet ; le délai court de la réception (art. L. 114-3).',
  convention: 'CAL_M',
  duree: { nombre: 2, unite: 'mois' },
} as const satisfies DelaiAnnonce

/**
 * The day silence becomes a rejection: what an acknowledgement must announce (R. 112-5, R. 112-11-1). The calendar
 * changes nothing to it, the decision may be born a Sunday. Null while the period is suspended (CRPA, art. L. 114-5).
 */
export function decisionImpliciteLe(
  recueLe: JourCivil,
  suspensions: readonly Suspension[] = [],
): JourCivil | null {
  return compterDelai({
    delai: SILENCE_VALANT_REJET,
    depart: recueLe,
    calendrier: METROPOLE,
    fuseau: 'UTC',
    suspensions,
  }).limiteLe
}
