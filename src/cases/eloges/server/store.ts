import { CANAUX, type Canal } from '#core/dossiers/domain/canal.ts'
import type { TablesEloges } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'

const db = (tx: Tx) => tables<TablesEloges>(tx)

export async function insererEloge(tx: Tx, eloge: { dossierId: string; canal: Canal }): Promise<void> {
  await db(tx).insertInto('eloges.eloge').values(eloge).execute()
}

/** The channel of a praise. Throws `not-found` outside the perimeter or for another type. */
export async function obtenirCanal(tx: Tx, dossierId: string): Promise<Canal> {
  const lu = await db(tx)
    .selectFrom('eloges.eloge')
    .select('canal')
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
  const canal = CANAUX.find((c) => c === lu?.canal)
  if (canal === undefined) throw new AppError('not-found')
  return canal
}
