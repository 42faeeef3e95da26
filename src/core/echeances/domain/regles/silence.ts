import type { Delai } from '../delai.ts'
import { CJA_CONSOLIDE, CRPA_CONSOLIDE } from './lectures.ts'
import type { Article, CodeDeRegle, Lecture } from './regle.ts'

/** A period an acknowledgement must announce; the department has nothing to do when it ends. */
export type DelaiAnnonce = Lecture &
  Extract<Delai, { duree: { unite: 'mois' } }> & {
    readonly code: CodeDeRegle
    readonly article: Article
    readonly libelle: string
  }

const CJA_CONSOLIDE = {
  source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070933',
  dateLecture: '2026-04-03',
  versionLue: 'texte consolidé',
} as const satisfies Lecture

/** Silence on a complaint is a rejection, from day to same day of the month counted from receipt. */
export const SILENCE_VAUT_REJET = {
  ...CRPA_CONSOLIDE,
  code: 'D29',
  article: 'CRPA, art. L. 231-4',
  libelle: 'Naissance de la décision implicite de rejet',
  convention: 'CAL_M',
  duree: { nombre: 2, unite: 'mois' },
} as const satisfies DelaiAnnonce

/** Time to go to court, counted as a « délai franc » from the decision. */
export const RECOURS_CONTENTIEUX = {
  ...CJA_CONSOLIDE,
  code: 'D30',
  article: 'CJA, art. R. 421-1',
  libelle: 'Recours devant le tribunal administratif',
  convention: 'FRANC_M',
  duree: { nombre: 2, unite: 'mois' },
} as const satisfies DelaiAnnonce
