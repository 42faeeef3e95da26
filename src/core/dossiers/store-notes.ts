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

/** In place of the one before; an empty text leaves none. */
export async function remplacerNotePersonnelle(
  tx: Tx,
  note: { readonly agentId: string; readonly dossierId: string; readonly texte: string },
  modifieeA: Date,
): Promise<void> {
  const { agentId, dossierId, texte } = note
  if (texte === '') {
    await db(tx)
      .deleteFrom('dossiers.notePersonnelle')
      .where('agentId', '=', agentId)
      .where('dossierId', '=', dossierId)
      .execute()
    return
  }
  await db(tx)
    .insertInto('dossiers.notePersonnelle')
    .values({ agentId, dossierId, texte, modifieeA })
    .onConflict((c) => c.columns(['agentId', 'dossierId']).doUpdateSet({ texte, modifieeA }))
    .execute()
}
