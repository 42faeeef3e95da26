/** What an agent made of a fictional letter: its griefs, what was found of each, and what changes. */
export interface GriefFictif {
  /** words of the letter, as they stand in it; empty: no passage */
  readonly citation: string
  readonly motif: string
  readonly gravite: 1 | 2 | 3 | 4
  readonly intitule: string
  readonly constat: 'fonde' | 'partiellement-fonde' | 'non-fonde' | 'indeterminable'
  readonly motivation: string
  readonly reponse: string
}

export interface AnalyseFictive {
  readonly griefs: readonly GriefFictif[]
  /** as lived, and as the service tells it */
  readonly fait: { readonly heure: string; readonly vecu: string; readonly versionDuService: string }
  readonly cause: { readonly famille: string; readonly description: string }
  readonly mesure: { readonly intitule: string; readonly responsable: string }
}
