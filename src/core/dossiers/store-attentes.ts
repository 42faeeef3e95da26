import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { Attente, OrigineDAttente } from './domain/attente.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

/** What a module's part of a dossier waits for now, in place of what it waited for before. */
export async function remplacerAttentes(
  tx: Tx,
  dossier: { readonly id: string; readonly etablissementId: string },
  origine: OrigineDAttente,
  attentes: readonly Attente[],
): Promise<void> {
  await db(tx)
    .deleteFrom('dossiers.attente')
    .where('dossierId', '=', dossier.id)
    .where('origine', '=', origine)
    .execute()
  if (attentes.length === 0) return
  await db(tx)
    .insertInto('dossiers.attente')
    .values(
      attentes.map((a) => ({
        ...a,
        dossierId: dossier.id,
        etablissementId: dossier.etablissementId,
        origine,
      })),
    )
    .execute()
}
