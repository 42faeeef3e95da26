import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

/** The last version of the narrative, null when the dossier has none. */
export async function dernierRecit(
  tx: Tx,
  dossierId: string,
): Promise<{ texte: string; creeA: Date } | null> {
  const recit = await tables<TablesDossiers>(tx)
    .selectFrom('dossiers.recit')
    .select(['texte', 'creeA'])
    .where('dossierId', '=', dossierId)
    .orderBy('rang', 'desc')
    .limit(1)
    .executeTakeFirst()
  return recit ?? null
}
