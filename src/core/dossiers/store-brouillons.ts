import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

/** Drafts of the agent of this transaction, last touched first. */
export function listerBrouillons(tx: Tx) {
  return db(tx)
    .selectFrom('dossiers.brouillon')
    .select(['id', 'type', 'contenu', 'modifieA'])
    .orderBy('modifieA', 'desc')
    .limit(50)
    .execute()
}

/** Creates or replaces a draft. False when the id belongs to someone else: row-level security hides it. */
export async function ecrireBrouillon(
  tx: Tx,
  b: { id: string; agentId: string; type: string; contenu: unknown; modifieA: Date },
): Promise<boolean> {
  const contenu = JSON.stringify(b.contenu)
  const mis = await db(tx)
    .updateTable('dossiers.brouillon')
    .set({ type: b.type, contenu, modifieA: b.modifieA })
    .where('id', '=', b.id)
    .executeTakeFirst()
  if (mis.numUpdatedRows > 0n) return true
  const insere = await db(tx)
    .insertInto('dossiers.brouillon')
    .values({ ...b, contenu })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst()
  return (insere.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function supprimerBrouillonEnBase(tx: Tx, id: string): Promise<void> {
  await db(tx).deleteFrom('dossiers.brouillon').where('id', '=', id).execute()
}

export async function compterBrouillons(tx: Tx): Promise<number> {
  const { n } = await db(tx)
    .selectFrom('dossiers.brouillon')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Drafts of every agent last touched before an instant, `limite` at most. Returns how many went. */
export async function supprimerBrouillonsAnciens(tx: Tx, avant: Date, limite: number): Promise<number> {
  const { rows } = await tx.query<{ n: number }>('select dossiers.purger_brouillons($1, $2) as n', [
    avant,
    limite,
  ])
  return rows[0]?.n ?? 0
}
