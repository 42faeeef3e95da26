import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { listerGriefs } from '../store-griefs.ts'

/** Throws `invalid` beside the field when the grief is not one that stands in this dossier. */
export async function exigerGrief(tx: Tx, dossierId: string, griefId: string | null): Promise<void> {
  if (griefId === null) return
  const { griefs } = await listerGriefs(tx, dossierId)
  if (griefs.some((g) => g.id === griefId)) return
  throw new AppError('invalid', { champs: { griefId: 'Ce grief n’est pas de cette réclamation.' } })
}
