import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

/** The narrative in its last version, null when the dossier has none. */
export async function dernierRecit(tx: Tx, dossierId: string): Promise<{ texte: string } | null> {
  const recit = await tables<TablesDossiers>(tx)
    .selectFrom('dossiers.recit')
    .select('texte')
    .where('dossierId', '=', dossierId)
    .orderBy('rang', 'desc')
    .limit(1)
    .executeTakeFirst()
  return recit ?? null
}

/** The narrative as it was first written down, null when the dossier has none. */
export async function premierRecit(
  tx: Tx,
  dossierId: string,
): Promise<{ texte: string; creeA: Date } | null> {
  const recit = await tables<TablesDossiers>(tx)
    .selectFrom('dossiers.recit')
    .select(['texte', 'creeA'])
    .where('dossierId', '=', dossierId)
    .orderBy('rang')
    .limit(1)
    .executeTakeFirst()
  return recit ?? null
}
