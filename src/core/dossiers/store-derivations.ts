import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

/** What each derivation of the establishment was last computed by. */
export async function listerDerivations(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const lues = await db(tx).selectFrom('dossiers.derivation').select(['nature', 'empreinte']).execute()
  return new Map(lues.map(({ nature, empreinte }) => [nature, empreinte]))
}

export async function ecrireDerivation(
  tx: Tx,
  d: { etablissementId: string; nature: string; empreinte: string; faiteA: Date },
): Promise<void> {
  await db(tx)
    .insertInto('dossiers.derivation')
    .values(d)
    .onConflict((c) =>
      c.columns(['etablissementId', 'nature']).doUpdateSet({ empreinte: d.empreinte, faiteA: d.faiteA }),
    )
    .execute()
}

/** The next dossiers to go through, newest first, closed ones included; locked, so that nobody's change is written over. */
export async function verrouillerAvant(tx: Tx, avant: string | null, limite: number): Promise<string[]> {
  let q = db(tx).selectFrom('dossiers.dossier').select('id')
  if (avant !== null) q = q.where('id', '<', avant)
  const lus = await q.orderBy('id', 'desc').limit(limite).forUpdate().execute()
  return lus.map(({ id }) => id)
}
