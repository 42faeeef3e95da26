import { nomsDesStructures } from '#core/structures/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'

/** The services without repetition. Throws `invalid` when one is not of the establishment. */
export async function exigerServices(tx: Tx, services: readonly string[]): Promise<string[]> {
  const distincts = [...new Set(services)]
  const connus = await nomsDesStructures(tx, distincts)
  if (connus.size === distincts.length) return distincts
  throw new AppError('invalid', { champs: { services: 'Un de ces services n’existe pas.' } })
}
