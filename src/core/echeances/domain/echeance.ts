import type { Comptage, Prolongation, Suspension } from './delai.ts'
import type { JourCivil } from './jour-civil.ts'
import type { CodeDeRegle } from './regles/regle.ts'

export type EtatDEcheance = 'ouverte' | 'suspendue' | 'tenue' | 'neutralisee' | 'sans-objet'

export type Situation = 'a-venir' | 'proche' | 'depassee'

/** The fact that started a deadline or settled it. */
export interface FaitCite {
  readonly faitId: string
  readonly code: string
  readonly survenuLe: JourCivil
  readonly survenuA?: string
}

/** What the dates come from, day by day or step by step. */
export interface ExplicationDEcheance {
  readonly comptage: Comptage
  readonly suspensions: readonly Suspension[]
  readonly prolongations: readonly Prolongation[]
  /** first day of the suspension that lasts, when there is one */
  readonly suspenduDepuis: JourCivil | null
  /** why the deadline is « sans objet » or « neutralisee » */
  readonly motifDeSortie: string | null
  /** since when, and why, it is owed again after having been « sans objet » */
  readonly levee: { readonly le: JourCivil; readonly motif: string } | null
}

/**
 * One deadline: a rule applied to one triggering fact.
 * `limiteLe` is the legal date, null when the text gives none or the clock is stopped; `cibleLe` the day to aim at, never
 * before the trigger nor after the legal date. `cibleEstInterne`: the target comes from a setting, not from the law.
 */
export interface Echeance {
  readonly code: CodeDeRegle
  readonly declencheur: FaitCite
  readonly limiteLe: JourCivil | null
  readonly limiteA: string | null
  readonly cibleLe: JourCivil | null
  readonly cibleEstInterne: boolean
  readonly etat: EtatDEcheance
  readonly tenueLe: JourCivil | null
  /** the fact that fulfilled, neutralised or emptied the deadline */
  readonly regleePar: FaitCite | null
  readonly explication: ExplicationDEcheance
}
