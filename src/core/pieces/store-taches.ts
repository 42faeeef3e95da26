import type { TablesPieces } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { demanderLectures } from './store-lectures.ts'

const db = (tx: Tx) => tables<TablesPieces>(tx)

export interface LigneDePieceDeTache {
  readonly id: string
  readonly tacheId: string
  readonly nom: string
  readonly taille: number
  readonly sha256: string
}

/** What was joined to these requests, in the order it came. */
export async function listerLignesDesTaches(
  tx: Tx,
  tacheIds: readonly string[],
): Promise<LigneDePieceDeTache[]> {
  if (tacheIds.length === 0) return []
  const lignes = await db(tx)
    .selectFrom('pieces.piece')
    .select(['id', 'tacheId', 'nom', 'taille', 'sha256'])
    .where('tacheId', 'in', tacheIds)
    .orderBy('deposeeA')
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => ({ ...ligne, tacheId: ligne.tacheId ?? '' }))
}

/** Gives the key of the object of the deposit removed, or null when there is none to remove. */
export async function supprimerDepotDeTache(tx: Tx, tacheId: string, id: string): Promise<string | null> {
  const ligne = await db(tx)
    .deleteFrom('pieces.piece')
    .where('id', '=', id)
    .where('tacheId', '=', tacheId)
    .where('dossierId', 'is', null)
    .returning('objetCle')
    .executeTakeFirst()
  return ligne?.objetCle ?? null
}

export async function verserDepotsDeTache(tx: Tx, tacheId: string, dossierId: string): Promise<number> {
  const versees = await db(tx)
    .updateTable('pieces.piece')
    .set({ dossierId })
    .where('tacheId', '=', tacheId)
    .where('dossierId', 'is', null)
    .returning('id')
    .execute()
  await demanderLectures(
    tx,
    versees.map(({ id }) => id),
  )
  return versees.length
}

export async function supprimerDepots(tx: Tx, tacheIds: readonly string[]): Promise<number> {
  if (tacheIds.length === 0) return 0
  const { numDeletedRows } = await db(tx)
    .deleteFrom('pieces.piece')
    .where('tacheId', 'in', tacheIds)
    .where('dossierId', 'is', null)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
