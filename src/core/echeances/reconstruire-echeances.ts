import type { Tx } from '#platform/db/index.ts'
import { calculerEcheances } from './domain/calculer.ts'
import { obtenirCalendrier } from './domain/calendrier.ts'
import type { Echeance } from './domain/echeance.ts'
import type { Fait } from './domain/faits.ts'
import type { ValeursDeReglages } from './domain/reglages.ts'
import type { Regle } from './domain/regles/regle.ts'
import { lireReglages } from './lire-reglages.ts'
import { remplacerEcheances } from './store.ts'

export interface AReconstruire {
  readonly dossierId: string
  readonly etablissementId: string
  readonly faits: readonly Fait[]
  readonly regles: readonly Regle[]
  /** IANA zone of the establishment */
  readonly fuseau: string
  /** code of its calendar of public holidays */
  readonly calendrier: string
  /** read here when absent */
  readonly reglages?: ValeursDeReglages
}

/**
 * Computes the deadlines of a dossier from its facts and replaces their rows, in the transaction of the fact that changed
 * them; the caller holds the lock of the dossier. Two to three statements. Returns what was computed, first due first.
 */
export async function reconstruireEcheances(tx: Tx, a: AReconstruire): Promise<readonly Echeance[]> {
  const echeances = calculerEcheances({
    faits: a.faits,
    regles: a.regles,
    calendrier: obtenirCalendrier(a.calendrier),
    fuseau: a.fuseau,
    reglages: a.reglages ?? (await lireReglages(tx, a.etablissementId)),
  })
  await remplacerEcheances(tx, a.dossierId, echeances)
  return echeances
}
