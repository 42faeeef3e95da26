import type { TablesPretDeFauteuil } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'

const db = (tx: Tx) => tables<TablesPretDeFauteuil>(tx)

export async function inserer(tx: Tx, ligne: { dossierId: string; fauteuil: string }): Promise<void> {
  await db(tx).insertInto('pretDeFauteuil.pretDeFauteuil').values(ligne).execute()
}

/** What is proper to this type. Throws `not-found` outside the perimeter or for another type. */
export async function obtenirPropre(tx: Tx, dossierId: string): Promise<{ fauteuil: string }> {
  const lu = await db(tx)
    .selectFrom('pretDeFauteuil.pretDeFauteuil')
    .select('fauteuil')
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
  if (lu === undefined) throw new AppError('not-found')
  return lu
}
