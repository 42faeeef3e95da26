import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

/** What the agent of this transaction noted on a dossier, for oneself. */
export function trouverNotePersonnelle(tx: Tx, dossierId: string) {
  return db(tx)
    .selectFrom('dossiers.notePersonnelle')
    .select(['texte', 'modifieeA'])
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
}

/**
 * In place of the one read, which was last changed at `lueA` (null: there was none); an empty text leaves none. False when
 * it is no longer the one read.
 */
export async function remplacerNotePersonnelle(
  tx: Tx,
  note: { readonly agentId: string; readonly dossierId: string; readonly texte: string },
  { lueA, modifieeA }: { readonly lueA: Date | null; readonly modifieeA: Date },
): Promise<boolean> {
  const { agentId, dossierId, texte } = note
  if (lueA === null) {
    if (texte === '') return (await trouverNotePersonnelle(tx, dossierId)) === undefined
    const { numInsertedOrUpdatedRows } = await db(tx)
      .insertInto('dossiers.notePersonnelle')
      .values({ agentId, dossierId, texte, modifieeA })
      .onConflict((c) => c.columns(['agentId', 'dossierId']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  if (texte === '') {
    const { numDeletedRows } = await db(tx)
      .deleteFrom('dossiers.notePersonnelle')
      .where('agentId', '=', agentId)
      .where('dossierId', '=', dossierId)
      .where('modifieeA', '=', lueA)
      .executeTakeFirst()
    return numDeletedRows === 1n
  }
  const { numUpdatedRows } = await db(tx)
    .updateTable('dossiers.notePersonnelle')
    .set({ texte, modifieeA })
    .where('agentId', '=', agentId)
    .where('dossierId', '=', dossierId)
    .where('modifieeA', '=', lueA)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
