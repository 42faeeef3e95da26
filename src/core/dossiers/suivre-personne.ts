import type { Tx } from '#platform/db/index.ts'
import { reindexer } from './reindexer.ts'
import { renommerAuteur } from './store.ts'

/** After a correction of someone: the name lists show and the words a dossier is found by follow. */
export async function personneCorrigee(tx: Tx, personneId: string): Promise<void> {
  for (const dossierId of await renommerAuteur(tx, personneId)) await reindexer(tx, dossierId)
}
