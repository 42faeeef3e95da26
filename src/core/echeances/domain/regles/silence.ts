import { METROPOLE } from '../calendrier.ts'
import { compterDelai } from '../conventions.ts'
import type { Delai, Suspension } from '../delai.ts'
import { type JourCivil, plusTot } from '../jour-civil.ts'
import { CJA_CONSOLIDE, CRPA_CONSOLIDE } from './lectures.ts'
import type { Article, CodeDeRegle, Lecture, LectureDefendable } from './regle.ts'

/** A period an acknowledgement must announce; the department has nothing to do when it ends. */
export type DelaiAnnonce = Lecture &
  Extract<Delai, { duree: { unite: 'mois' } }> & {
    readonly code: CodeDeRegle
    readonly article: Article
    readonly libelle: string
    /** what the text says; `{delai}` stands for the period, so that no number is typed twice */
    readonly texte: string
    /** which article says from when it runs */
    readonly articleDuDepart: Article
    /** the readings of a debatable point, the one applied first */
    readonly lectures: readonly LectureDefendable[]
  }

/** Silence on a complaint is a rejection, from day to same day of the month counted from receipt. */
export const SILENCE_VAUT_REJET = {
  ...CRPA_CONSOLIDE,
  code: 'D29',
  article: 'CRPA, art. L. 231-4',
  libelle: 'Naissance de la décision implicite de rejet',
  texte:
    'Le silence gardé pendant {delai} sur une réclamation, ou sur une demande de caractère financier, vaut décision de rejet ; le délai court de la réception, par l’administration saisie en premier quand une autre l’a transmise (art. L. 114-3).',
  articleDuDepart: 'CRPA, art. L. 114-3',
  convention: 'CAL_M',
  duree: { nombre: 2, unite: 'mois' },
  lectures: [
    {
      libelle: 'Lecture retenue',
      texte:
        'Une réclamation transmise par l’ARS ou par le Défenseur des droits avait d’abord saisi une administration : le délai court du jour où celle-ci l’a reçue.',
    },
    {
      libelle: 'Autre lecture',
      texte:
        'Saisis dans leur propre rôle de contrôle ou de défense des droits, l’ARS et le Défenseur des droits ne sont pas incompétents : l’article L. 114-3 ne s’applique pas, et le délai court de la réception par l’établissement.',
    },
  ],
} as const satisfies DelaiAnnonce

/** Time to go to court, counted as a « délai franc » from the decision. */
export const RECOURS_CONTENTIEUX = {
  ...CJA_CONSOLIDE,
  code: 'D30',
  article: 'CJA, art. R. 421-1',
  libelle: 'Recours devant le tribunal administratif',
  texte:
    'La juridiction est saisie dans un délai de {delai} à partir de la notification de la décision, ou de la naissance de la décision implicite de rejet (art. R. 421-2).',
  articleDuDepart: 'CJA, art. R. 421-1',
  convention: 'FRANC_M',
  duree: { nombre: 2, unite: 'mois' },
  lectures: [],
} as const satisfies DelaiAnnonce

/** Every period of this file, for the legal register. */
export const DELAIS_ANNONCES: readonly DelaiAnnonce[] = [SILENCE_VAUT_REJET, RECOURS_CONTENTIEUX]

/**
 * The day silence becomes a rejection: what an acknowledgement must announce (R. 112-5, R. 112-11-1). The calendar
 * changes nothing to it, the decision may be born a Sunday. Null while the period is suspended (CRPA, art. L. 114-5).
 */
export function decisionImpliciteLe(
  recueLe: JourCivil,
  suspensions: readonly Suspension[] = [],
): JourCivil | null {
  return compterDelai({
    delai: SILENCE_VAUT_REJET,
    depart: recueLe,
    calendrier: METROPOLE,
    fuseau: 'UTC',
    suspensions,
  }).limiteLe
}

/** How a complaint came through someone else, for the day silence is counted from. */
export interface PassageParUnAutre {
  /** the day the other one received it, null when nobody said */
  readonly le: JourCivil | null
  /** « certain »: an administration that was not competent; « discutable »: one seized in its own right; « aucun »: none */
  readonly effet: 'certain' | 'discutable' | 'aucun'
}

/**
 * The day silence is counted from, and the one of the other defensible reading when it differs: the earliest receipt
 * by an administration. @source CRPA, art. L. 114-3
 */
export function departDuSilence(
  recueLe: JourCivil,
  passages: readonly PassageParUnAutre[],
): { readonly le: JourCivil; readonly autreLectureLe: JourCivil | null } {
  const premier = (effets: readonly PassageParUnAutre['effet'][]): JourCivil =>
    passages.reduce(
      (j, { le, effet }) => (le !== null && effets.includes(effet) ? plusTot(j, le) : j),
      recueLe,
    )
  const le = premier(['certain', 'discutable'])
  const autre = premier(['certain'])
  return { le, autreLectureLe: autre === le ? null : autre }
}
