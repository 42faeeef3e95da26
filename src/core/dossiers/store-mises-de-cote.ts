import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

/** What a refusal looks at. */
export function trouverEcheanceDe(tx: Tx, dossierId: string) {
  return db(tx)
    .selectFrom('dossiers.dossier')
    .select(['estClos', 'prochaineEcheanceLe'])
    .where('id', '=', dossierId)
    .executeTakeFirst()
}

/** In place of the one the agent already made. */
export async function remplacerMiseDeCote(
  tx: Tx,
  mise: { agentId: string; dossierId: string; jusquAu: string; motif: string; poseeA: Date },
): Promise<void> {
  const { jusquAu, motif, poseeA } = mise
  await db(tx)
    .insertInto('dossiers.miseDeCote')
    .values(mise)
    .onConflict((c) => c.columns(['agentId', 'dossierId']).doUpdateSet({ jusquAu, motif, poseeA }))
    .execute()
}

export async function supprimerMiseDeCote(tx: Tx, agentId: string, dossierId: string): Promise<void> {
  await db(tx)
    .deleteFrom('dossiers.miseDeCote')
    .where('agentId', '=', agentId)
    .where('dossierId', '=', dossierId)
    .execute()
}
