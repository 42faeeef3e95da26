/**
 * Why a dossier is sensitive. `agent-soigne`: an agent cared for in their own hospital, whom colleagues must not read; `suite`: it
 * comes from a sensitive one. @source CSP, art. L. 1110-4 ; CGFP, art. L. 121-6 et L. 121-7
 */
export const RAISONS_DE_PROTECTION = [
  'agent-soigne',
  'personne-connue',
  'violences',
  'suite',
  'autre',
] as const
export type RaisonDeProtection = (typeof RAISONS_DE_PROTECTION)[number]

/** Those an agent chooses from. */
export const RAISONS_CHOISIES = ['agent-soigne', 'personne-connue', 'violences', 'autre'] as const

/** Wording of each, and whether it must be explained. */
export const LIBELLES_DES_RAISONS = {
  'agent-soigne': 'Agent soigné dans son établissement',
  'personne-connue': 'Personne connue',
  violences: 'Violences, maltraitance',
  suite: 'Fait suite à un dossier sensible',
  autre: 'Autre raison',
} as const satisfies Record<RaisonDeProtection, string>

export const lireRaison = (lue: unknown): RaisonDeProtection =>
  RAISONS_DE_PROTECTION.find((raison) => raison === lue) ?? 'autre'

/** « Autre raison » says nothing by itself. */
export const precisionEstRequise = (raison: RaisonDeProtection): boolean => raison === 'autre'

/**
 * Who follows a sensitive dossier from the start: whoever enters it without seeing sensitive ones would lose it at once, and
 * goes on with it.
 */
export const suiviDesLeDepart = (a: {
  readonly voulu: string | null
  readonly moi: string
  readonly voitLeSensible: boolean
}): string | null => (a.voitLeSensible ? a.voulu : a.moi)

export interface EtapeDeProtection {
  readonly code: string
  readonly survenuLe: string
  readonly agentId: string | null
  readonly details: unknown
  readonly motif: string | null
}

export interface Protection {
  readonly raison: RaisonDeProtection
  readonly motif: string | null
  readonly depuisLe: string
  readonly agentId: string | null
}

/** Why a dossier is sensitive now, as its facts say; null when they do not. */
export function protectionDe(faits: readonly EtapeDeProtection[]): Protection | null {
  const fait = faits.findLast(({ code }) => code === 'classe-changee')
  const { classe, raison } = Object(fait?.details)
  if (fait === undefined || classe !== 'sensible') return null
  return { raison: lireRaison(raison), motif: fait.motif, depuisLe: fait.survenuLe, agentId: fait.agentId }
}
