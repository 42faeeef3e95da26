import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesStructures } from './dependances.ts'
import { type EtablissementEnBase, trouverEtablissement } from './store.ts'

type Op = typeof contract.obtenirEtablissement

/** The establishment of this transaction's acteur. Throws `not-found` for an acteur who has none. One statement. */
export async function obtenirEtablissement(tx: Tx): Promise<EtablissementEnBase> {
  const etablissement = await trouverEtablissement(tx)
  if (etablissement === null) throw new AppError('not-found')
  return etablissement
}

/** What the acknowledgement says of the service in charge (CRPA R112-5), and its version. */
export const consulterEtablissement =
  ({ calendriers }: Pick<DependancesDesStructures, 'calendriers'>) =>
  async (ctx: Contexte, _entree: InputOf<Op>): Promise<OutputOf<Op>> => ({
    ...(await obtenirEtablissement(ctx.tx)),
    calendriers: calendriers.map(({ code, libelle }) => ({ code, libelle })),
  })
