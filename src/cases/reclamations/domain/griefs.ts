export const GRAVITES = [1, 2, 3, 4] as const
export type Gravite = (typeof GRAVITES)[number]

export const CONSTATS = ['fonde', 'partiellement-fonde', 'non-fonde', 'indeterminable'] as const
export type Constat = (typeof CONSTATS)[number]

/** Where a grief stands in one version of the narrative: UTF-16 offsets, `fin` excluded. */
export interface Passage {
  readonly recitId: string
  readonly debut: number
  readonly fin: number
}

type CodeDeGrief =
  | 'recit-inconnu'
  | 'passage-hors-du-texte'
  | 'passage-vide'
  | 'citation-differente'
  | 'grief-retire'
  | 'grief-non-retire'
  | 'griefs-changes'
  | 'constat-a-motiver'
interface RefusDeGrief {
  readonly code: CodeDeGrief
}
const refuser = (code: CodeDeGrief): RefusDeGrief => ({ code })

/**
 * Why a passage cannot be kept, or null. The quotation must be the very text between the offsets: a screen that counted
 * otherwise than the server would attach a grief to words nobody wrote. `texte` null: no such version in this dossier.
 */
export function refusDePassage(
  texte: string | null,
  { debut, fin, citation }: { readonly debut: number; readonly fin: number; readonly citation: string },
): RefusDeGrief | null {
  if (texte === null) return refuser('recit-inconnu')
  if (debut < 0 || fin > texte.length || debut >= fin) return refuser('passage-hors-du-texte')
  if (texte.slice(debut, fin) !== citation) return refuser('citation-differente')
  return citation.trim() === '' ? refuser('passage-vide') : null
}

/** Someone who is told no, or that nothing could be established, is owed a reason the hospital can stand by. */
export function refusDeConstater(constat: Constat | null, motivation: string): RefusDeGrief | null {
  const aMotiver = constat === 'non-fonde' || constat === 'indeterminable'
  return aMotiver && motivation.trim() === '' ? refuser('constat-a-motiver') : null
}

/** An order is that of the griefs that stand, each once: otherwise someone added or withdrew one meanwhile. */
export function refusDOrdonner(actuels: readonly string[], voulus: readonly string[]): RefusDeGrief | null {
  const memes = actuels.length === voulus.length && new Set(voulus).size === voulus.length
  return memes && actuels.every((id) => voulus.includes(id)) ? null : refuser('griefs-changes')
}

export const refusDeToucherUnGrief = (estRetire: boolean): RefusDeGrief | null =>
  estRetire ? refuser('grief-retire') : null
export const refusDeRetablir = (estRetire: boolean): RefusDeGrief | null =>
  estRetire ? null : refuser('grief-non-retire')

/** What closing and answering look at. */
interface GriefATraiter {
  readonly rang: number
  readonly constat: Constat | null
  readonly reponse: string
}

/** Numbers of the griefs without a finding. */
export const griefsSansConstat = (griefs: readonly GriefATraiter[]): readonly number[] =>
  griefs.filter(({ constat }) => constat === null).map(({ rang }) => rang)

/** Numbers of the griefs with nothing to tell the person. */
export const griefsSansReponse = (griefs: readonly GriefATraiter[]): readonly number[] =>
  griefs.filter(({ reponse }) => reponse.trim() === '').map(({ rang }) => rang)

/** What is lacking before the person can be answered. */
export interface Manques {
  readonly sansConstat: readonly number[]
  readonly sansReponse: readonly number[]
}

/** True the moment the last grief receives its finding. */
export const estEntierementConstate = (griefs: readonly GriefATraiter[]): boolean =>
  griefs.length > 0 && griefsSansConstat(griefs).length === 0

/** The griefs to be explained, by number; null when there is none, or when one is not a grief that stands. */
export function griefsAExpliquer<G extends { readonly id: string }>(
  griefs: readonly G[],
  demandes: readonly string[],
): G[] | null {
  const choisis = griefs.filter(({ id }) => demandes.includes(id))
  return choisis.length > 0 && choisis.length === new Set(demandes).size ? choisis : null
}
