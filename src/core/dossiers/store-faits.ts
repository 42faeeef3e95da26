import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

export interface FaitEnregistre {
  readonly id: string
  readonly code: string
  readonly survenuLe: string
  readonly survenuA: Date | null
  readonly enregistreA: Date
  readonly agentId: string | null
  readonly details: unknown
  readonly rectifie: string | null
  readonly motif: string | null
}

export async function insererFait(tx: Tx, fait: FaitEnregistre & { dossierId: string }): Promise<void> {
  await db(tx)
    .insertInto('dossiers.fait')
    .values({ ...fait, details: JSON.stringify(fait.details) })
    .execute()
}

/** The facts of a dossier in legal order; rectified ones included, they stay readable. */
export function listerFaits(tx: Tx, dossierId: string): Promise<FaitEnregistre[]> {
  return db(tx)
    .selectFrom('dossiers.fait')
    .select(['id', 'code', 'survenuLe', 'survenuA', 'enregistreA', 'agentId', 'details', 'rectifie', 'motif'])
    .where('dossierId', '=', dossierId)
    .orderBy('survenuLe')
    .orderBy('id')
    .execute()
}
