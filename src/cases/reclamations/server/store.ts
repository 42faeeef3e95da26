import { CANAUX, type Canal } from '#core/dossiers/domain/canal.ts'
import { type DossierVerrouille, verrouillerDossier } from '#core/dossiers/index.ts'
import type { TablesReclamations } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { ORIGINES_DE_RECEPTION } from '../domain/model.ts'

const db = (tx: Tx) => tables<TablesReclamations>(tx)

/** A service or a person, as shown. */
export interface Nomme {
  readonly id: string
  readonly nom: string
}

export interface Reclamation {
  readonly canal: Canal
  readonly receptionOrigine: (typeof ORIGINES_DE_RECEPTION)[number]
  readonly estAnonyme: boolean
  readonly estOrale: boolean
  readonly copieRemiseA: Date | null
}

export async function insererReclamation(
  tx: Tx,
  r: Omit<Reclamation, 'copieRemiseA'> & { dossierId: string },
): Promise<void> {
  await db(tx).insertInto('reclamations.reclamation').values(r).execute()
}

/** The complaint of a dossier. Throws `not-found` outside the perimeter or for another type. */
export async function obtenirReclamation(tx: Tx, dossierId: string): Promise<Reclamation> {
  const lue = await db(tx)
    .selectFrom('reclamations.reclamation')
    .select(['canal', 'receptionOrigine', 'estAnonyme', 'estOrale', 'copieRemiseA'])
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
  const canal = CANAUX.find((c) => c === lue?.canal)
  const receptionOrigine = ORIGINES_DE_RECEPTION.find((o) => o === lue?.receptionOrigine)
  if (lue === undefined || canal === undefined || receptionOrigine === undefined)
    throw new AppError('not-found')
  return { ...lue, canal, receptionOrigine }
}

export async function noterCopieRemise(tx: Tx, dossierId: string, remiseA: Date): Promise<void> {
  await db(tx)
    .updateTable('reclamations.reclamation')
    .set({ copieRemiseA: remiseA })
    .where('dossierId', '=', dossierId)
    .execute()
}

/**
 * Locks the dossier of a complaint for what does not change the dossier itself: griefs and analysis carry versions of their
 * own. 404 outside the perimeter or for another type.
 */
export async function verrouillerReclamation(tx: Tx, dossierId: string): Promise<DossierVerrouille> {
  const dossier = await verrouillerDossier(tx, dossierId, null)
  await obtenirReclamation(tx, dossierId)
  return dossier
}
