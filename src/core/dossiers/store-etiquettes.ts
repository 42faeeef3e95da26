import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

/** What the department may place on a dossier, by name. At most `limite`. */
export function listerEtiquettesEnBase(tx: Tx, limite: number) {
  return db(tx)
    .selectFrom('dossiers.etiquette')
    .select(['id', 'libelle', 'version'])
    .where('retireeA', 'is', null)
    .orderBy('cle')
    .limit(limite)
    .execute()
}

/** The one in use under these words. */
export function trouverEtiquette(tx: Tx, etablissementId: string, cle: string) {
  return db(tx)
    .selectFrom('dossiers.etiquette')
    .select(['id', 'libelle'])
    .where('etablissementId', '=', etablissementId)
    .where('cle', '=', cle)
    .where('retireeA', 'is', null)
    .executeTakeFirst()
}

/** False when someone made the same one meanwhile. */
export async function insererEtiquette(
  tx: Tx,
  etiquette: {
    id: string
    etablissementId: string
    libelle: string
    cle: string
    creeePar: string
    creeeA: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('dossiers.etiquette')
    .values(etiquette)
    .onConflict((c) => c.columns(['etablissementId', 'cle']).where('retireeA', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Throws `not-found`, or `stale` when someone was faster. */
export async function changerEtiquette(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  change: { readonly libelle: string; readonly cle: string } | { readonly retireeA: Date },
): Promise<void> {
  const lue = await db(tx)
    .selectFrom('dossiers.etiquette')
    .select('version')
    .where('id', '=', id)
    .where('retireeA', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (lue === undefined) throw new AppError('not-found')
  if (lue.version !== version) throw new AppError('stale')
  await db(tx)
    .updateTable('dossiers.etiquette')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

/** Those of a dossier. */
export async function listerEtiquettesDuDossier(tx: Tx, dossierId: string): Promise<string[]> {
  const lignes = await db(tx)
    .selectFrom('dossiers.etiquetage')
    .select('etiquetteId')
    .where('dossierId', '=', dossierId)
    .execute()
  return lignes.map(({ etiquetteId }) => etiquetteId)
}

/** How many of these may be placed: in use, and of this establishment. */
export async function compterEtiquettesEnUsage(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const lues = await db(tx)
    .selectFrom('dossiers.etiquette')
    .select('id')
    .where('id', 'in', [...ids])
    .where('retireeA', 'is', null)
    .execute()
  return lues.length
}

export async function poserEtiquettes(
  tx: Tx,
  dossier: { readonly id: string; readonly recuLe: string },
  ids: readonly string[],
  { poseePar, poseeA }: { readonly poseePar: string; readonly poseeA: Date },
): Promise<void> {
  if (ids.length === 0) return
  const { id: dossierId, recuLe } = dossier
  await db(tx)
    .insertInto('dossiers.etiquetage')
    .values(ids.map((etiquetteId) => ({ dossierId, etiquetteId, recuLe, poseePar, poseeA })))
    .onConflict((c) => c.columns(['dossierId', 'etiquetteId']).doNothing())
    .execute()
}

export async function oterEtiquettes(tx: Tx, dossierId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db(tx)
    .deleteFrom('dossiers.etiquetage')
    .where('dossierId', '=', dossierId)
    .where('etiquetteId', 'in', [...ids])
    .execute()
}
