import { CANAUX, type Canal } from '#core/dossiers/domain/canal.ts'
import type { TablesEloges } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { ACCORDS, type Accord, FORMES_D_ACCORD, type FormeDAccord } from '../domain/accord.ts'

const db = (tx: Tx) => tables<TablesEloges>(tx)

/** Whether the author agreed to be named to the team, how and when. */
export interface AccordEnBase {
  readonly accord: Accord
  readonly forme: FormeDAccord | null
  readonly accordLe: string | null
}

export interface ElogeEnBase extends AccordEnBase {
  readonly canal: Canal
}

const colonnesDe = ({ accord, forme, accordLe }: AccordEnBase) => ({
  accord,
  accordForme: forme ?? '',
  accordLe,
})

export async function insererEloge(
  tx: Tx,
  eloge: ElogeEnBase & { readonly dossierId: string },
): Promise<void> {
  const { dossierId, canal } = eloge
  await db(tx)
    .insertInto('eloges.eloge')
    .values({ dossierId, canal, ...colonnesDe(eloge) })
    .execute()
}

/** What only a praise has. Throws `not-found` outside the perimeter or for another type. */
export async function obtenirEloge(tx: Tx, dossierId: string): Promise<ElogeEnBase> {
  const lu = await db(tx)
    .selectFrom('eloges.eloge')
    .select(['canal', 'accord', 'accordForme', 'accordLe'])
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
  const canal = CANAUX.find((c) => c === lu?.canal)
  if (lu === undefined || canal === undefined) throw new AppError('not-found')
  return {
    canal,
    accord: ACCORDS.find((a) => a === lu.accord) ?? 'inconnu',
    forme: FORMES_D_ACCORD.find((f) => f === lu.accordForme) ?? null,
    accordLe: lu.accordLe,
  }
}

export async function changerAccord(tx: Tx, dossierId: string, accord: AccordEnBase): Promise<void> {
  await db(tx)
    .updateTable('eloges.eloge')
    .set(colonnesDe(accord))
    .where('dossierId', '=', dossierId)
    .execute()
}
