import type { Delai } from '../delai.ts'
import type { CodeDeFait } from '../faits.ts'
import type { CodeDeReglage } from '../reglages.ts'

type Chiffre = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** D01, D02…: the number of the rule in the department's legal register. */
export type CodeDeRegle = `D${Chiffre}${Chiffre}`

/** A day written in a rule, checked to exist by the register's test. */
export type JourEcrit = `${number}-${number}-${number}`

/** « CRPA, art. R. 112-11-2 » */
export type Article =
  `${'CRPA' | 'CSP' | 'CJA' | 'RGPD' | 'CPP' | 'CGFP' | 'C. ass.' | 'C. trav.' | 'loi organique n° 2011-333'}, art. ${string}`

/** Where the text was read: without it and the date, a rule does not compile. */
export interface Lecture {
  readonly source: `https://${string}`
  readonly dateLecture: JourEcrit
  /** which text was read: « texte consolidé », « texte en vigueur depuis le … » */
  readonly versionLue: string
}

/** A text that stops the clock between two facts; the days in between do not count. */
export interface ReglesDeSuspension {
  readonly debut: CodeDeFait
  readonly fin: CodeDeFait
  readonly motif: string
  readonly article: Article
}

/** A text that lengthens the period when a fact occurs. */
export interface ReglesDeProlongation {
  readonly fait: CodeDeFait
  readonly duree: { readonly nombre: number; readonly unite: 'jour' | 'mois' }
  readonly motif: string
  readonly article: Article
}

/** A fact after which the deadline no longer matters; with `dansLeDelai`, only when it comes before the limit. */
export interface CauseDeSortie {
  readonly fait: CodeDeFait
  readonly motif: string
  readonly dansLeDelai?: true
  /**
   * A state rather than an event: it holds from `fait` until this other fact, the last of the two deciding, whatever the day of
   * the trigger; then the deadline is owed again, counted as if nothing had stopped it.
   */
  readonly leveePar?: { readonly fait: CodeDeFait; readonly motif: string }
}

/** One defensible reading of a debatable text. */
export interface LectureDefendable {
  readonly libelle: string
  readonly texte: string
}

interface CommunDesRegles extends Lecture {
  readonly code: CodeDeRegle
  readonly libelle: string
  /** « à envoyer », « à remettre »: completes the sentence « … au plus tard le … » */
  readonly action: string
  readonly article: Article
  readonly autresArticles: readonly Article[]
  /** what the text says, in a sentence of ours; `{delai}` stands for the period, so that no number is typed twice */
  readonly texte: string
  readonly valideDu: JourEcrit
  readonly valideAu: JourEcrit | null
  readonly aConfirmer: boolean
  /** what someone still has to check on Légifrance; shown in the legal register */
  readonly reserve: string | null
  readonly declencheurs: readonly [CodeDeFait, ...CodeDeFait[]]
  readonly tenuePar: readonly [CodeDeFait, ...CodeDeFait[]]
  readonly sansObjetPar: readonly CauseDeSortie[]
  readonly neutraliseePar: readonly CauseDeSortie[]
  readonly suspension: ReglesDeSuspension | null
  readonly prolongation: ReglesDeProlongation | null
  /** what happens when the date passes */
  readonly effet: string
  /** the readings of a debatable point, empty when there is none */
  readonly lectures: readonly LectureDefendable[]
}

type AvecCible = { readonly cibleInterne: CodeDeReglage }
type CibleFacultative = { readonly cibleInterne: CodeDeReglage | null }

/**
 * A legal rule on a time limit, as data. A rule without a date in the law (`ASAP`) must name its internal target.
 * A change of the law is a new version: same code, `valideAu` closed on the old one.
 */
export type Regle = CommunDesRegles &
  (
    | (Extract<Delai, { convention: 'ASAP' }> & AvecCible)
    | (Exclude<Delai, { convention: 'ASAP' }> & CibleFacultative)
  )
