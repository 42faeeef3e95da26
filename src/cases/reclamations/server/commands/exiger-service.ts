import { nomsDesStructures } from '#core/structures/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'

/** Throws `invalid` beside the field when the service is not of the establishment. */
export async function exigerService(tx: Tx, serviceId: string | null, champ: string): Promise<void> {
  if (serviceId === null || (await nomsDesStructures(tx, [serviceId])).has(serviceId)) return
  throw new AppError('invalid', { champs: { [champ]: 'Ce service n’existe pas.' } })
}
