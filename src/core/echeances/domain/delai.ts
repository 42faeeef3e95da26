import type { JourCivil } from './jour-civil.ts'
import type { CodeFerie } from './jours-feries.ts'

/**
 * A period and the way to count it. The pairing is typed: months cannot be counted as « jours ouvrés ».
 * `ASAP` is « sans délai », « dans les meilleurs délais »: the law gives no date, only an internal target exists.
 * `JOUR_FIXE` is a day another authority wrote in the act received: it is taken as it is, nothing is counted.
 */
export type Delai =
  | {
      readonly convention: 'OUVRES' | 'OUVRABLES' | 'CAL_D'
      readonly duree: { readonly nombre: number; readonly unite: 'jour' }
    }
  | {
      readonly convention: 'CAL_M' | 'FRANC_M' | 'EU_1182'
      readonly duree: { readonly nombre: number; readonly unite: 'mois' }
    }
  | {
      readonly convention: 'H'
      readonly duree: { readonly nombre: number; readonly unite: 'heure' }
    }
  | { readonly convention: 'ASAP'; readonly duree: null }
  | { readonly convention: 'JOUR_FIXE'; readonly duree: null }

export type Convention = Delai['convention']

/** A stop of the clock: days from `du` (included) to `au` (excluded, null while it lasts) do not count. */
export interface Suspension {
  readonly du: JourCivil
  readonly au: JourCivil | null
  readonly motif: string
  readonly article: string
}

/** Time added to the period, with the reason and the text that allows it. */
export interface Prolongation {
  readonly duree: { readonly nombre: number; readonly unite: 'jour' | 'mois' }
  readonly motif: string
  readonly article: string
}

export type MotifDeJour =
  | 'declencheur'
  | 'samedi'
  | 'dimanche'
  | 'ferie'
  | 'suspension'
  | 'compte'
  | 'terme'
  | 'report'

/** One day of the explanation; `rang` is its number in the period when it counts. */
export interface JourCompte {
  readonly jour: JourCivil
  readonly compte: boolean
  readonly rang?: number
  readonly motif: MotifDeJour
  readonly ferie?: CodeFerie
}

/** One step of the explanation of a long period; `jour` is the date reached after it. */
export type EtapeDeComptage =
  | { readonly motif: 'declencheur'; readonly jour: JourCivil; readonly heureInconnue?: true }
  | {
      readonly motif: 'duree'
      readonly jour: JourCivil
      readonly nombre: number
      readonly unite: 'jour' | 'mois' | 'heure'
      /** the month reached has no such day: its last day was taken */
      readonly dernierJourDuMois?: true
    }
  | {
      readonly motif: 'prolongation'
      readonly jour: JourCivil
      readonly nombre: number
      readonly unite: 'jour' | 'mois'
    }
  | {
      readonly motif: 'suspension'
      readonly jour: JourCivil
      readonly du: JourCivil
      readonly au: JourCivil | null
      readonly jours: number
    }
  | { readonly motif: 'franc'; readonly jour: JourCivil }
  | {
      readonly motif: 'report'
      readonly jour: JourCivil
      readonly cause: 'samedi' | 'dimanche' | 'ferie'
      readonly ferie?: CodeFerie
    }
  | { readonly motif: 'terme'; readonly jour: JourCivil }

/** How the date was reached: every day of a short period, the steps of a long one. */
export type Comptage =
  | { readonly nature: 'jours'; readonly jours: readonly JourCompte[] }
  | { readonly nature: 'etapes'; readonly etapes: readonly EtapeDeComptage[] }
  | { readonly nature: 'sans-date-legale' }

/** `limiteLe` is null when the law gives no date or when the clock is stopped (`suspenduDepuis`). */
export interface Resultat {
  readonly limiteLe: JourCivil | null
  /** ISO instant, for periods in hours only */
  readonly limiteA: string | null
  readonly suspenduDepuis: JourCivil | null
  readonly comptage: Comptage
}
