import { type Acteur, agentDe } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { calculerJour } from './store-consentements.ts'

/** Throws `invalid`, on the field named, when a day of birth is in the future. No statement when there is none. */
export async function exigerNaissancePassee(
  tx: Tx,
  ecriture: { readonly principal: Acteur; readonly now: Date },
  neeLe: string | null,
  champ: string,
): Promise<void> {
  if (neeLe === null || neeLe <= (await calculerJour(tx, ecriture.now, agentDe(ecriture).fuseau))) return
  throw new AppError('invalid', { champs: { [champ]: 'La date de naissance est dans l’avenir.' } })
}
