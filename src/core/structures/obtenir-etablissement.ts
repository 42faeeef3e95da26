import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { type EtablissementEnBase, trouverEtablissement } from './store.ts'

type Op = typeof contract.obtenirEtablissement

/** The establishment of this transaction's acteur. Throws `not-found` for an acteur who has none. One statement. */
export async function obtenirEtablissement(tx: Tx): Promise<EtablissementEnBase> {
  const etablissement = await trouverEtablissement(tx)
  if (etablissement === null) throw new AppError('not-found')
  return etablissement
}

/** What the acknowledgement says of the service in charge (CRPA R112-5), and its version. */
export async function consulterEtablissement(ctx: Contexte, _entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { calendrier: _, ...etablissement } = await obtenirEtablissement(ctx.tx)
  return etablissement
}
