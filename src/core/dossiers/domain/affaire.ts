export type CodeDeRefusDAffaire = 'deja-dans-une-affaire' | 'deja-dans-celle-ci' | 'dans-aucune-affaire'

/**
 * Why a dossier may not join an affaire, or null: one at a time, and the one it is in must be left first. `actuelle` is a
 * named one; a group without a name is left without being asked.
 */
export function refusDeJoindre(
  actuelle: string | null,
  voulue: string,
): { readonly code: CodeDeRefusDAffaire } | null {
  if (actuelle === null) return null
  return { code: actuelle === voulue ? 'deja-dans-celle-ci' : 'deja-dans-une-affaire' }
}

export interface EtapeDAffaire {
  readonly code: string
  readonly details: unknown
}

const affaireDe = (details: unknown): unknown => Object(details).affaireId

/** The group a dossier was in before it joined this affaire, as the fact says; null when it does not. */
export function groupeDAvant(faits: readonly EtapeDAffaire[], affaireId: string): string | null {
  const entree = faits.findLast(
    (fait) => fait.code === 'affaire-jointe' && affaireDe(fait.details) === affaireId,
  )
  const avant = Object(entree?.details).avant
  return typeof avant === 'string' ? avant : null
}

/**
 * Whether the last thing that happened to a dossier was to leave this affaire: it may then come back, even when no dossier of it
 * is seen any more.
 */
export function vientDeQuitter(faits: readonly EtapeDAffaire[], affaireId: string): boolean {
  const derniere = faits.findLast(({ code }) => code === 'affaire-jointe' || code === 'affaire-quittee')
  return derniere?.code === 'affaire-quittee' && affaireDe(derniere.details) === affaireId
}
