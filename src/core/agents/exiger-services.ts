import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { DependancesDesAgents } from './dependances.ts'

export type ConnaitreLesServices = Pick<DependancesDesAgents, 'nomsDesStructures'>

/** The services without repetition. Throws `invalid` when one is not of the establishment. */
export async function exigerServices(
  { nomsDesStructures }: ConnaitreLesServices,
  tx: Tx,
  services: readonly string[],
): Promise<string[]> {
  const distincts = [...new Set(services)]
  if (distincts.length === 0) return distincts
  const connus = await nomsDesStructures(tx, distincts)
  if (distincts.every((id) => connus.has(id))) return distincts
  throw new AppError('invalid', {
    champs: { services: 'Un de ces services n’existe pas. Choisissez-les de nouveau.' },
  })
}
