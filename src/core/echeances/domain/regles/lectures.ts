import type { Lecture } from './regle.ts'

/** The consolidated text the CRPA rules were read in. */
export const CRPA_CONSOLIDE = {
  source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000031366350',
  dateLecture: '2026-04-03',
  versionLue: 'texte consolidé',
} as const satisfies Lecture

/** The consolidated text the CJA rules were read in. */
export const CJA_CONSOLIDE = {
  source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070933',
  dateLecture: '2026-04-03',
  versionLue: 'texte consolidé',
} as const satisfies Lecture
