import type { TablesReclamations } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { FAMILLES_DE_CAUSE, type FamilleDeCause } from '../domain/analyse.ts'
import type { Nomme } from './store.ts'

const db = (tx: Tx) => tables<TablesReclamations>(tx)

export interface FaitSaisi {
  readonly survenuLe: string | null
  /** « vers 14 h », as it was told */
  readonly heure: string
  readonly vecu: string
  readonly serviceId: string | null
  readonly versionDuService: string
}

export interface FaitRelate extends Omit<FaitSaisi, 'serviceId'> {
  readonly id: string
  readonly rang: number
  readonly service: Nomme | null
  readonly version: number
}

const FAITS = `
select f.id, f.rang, f.survenu_le as "survenuLe", f.heure, f.vecu, f.version_du_service as "versionDuService", f.version,
  case when f.service_id is null then null else json_build_object('id', f.service_id, 'nom', s.nom) end as service
from reclamations.fait_relate f left join structures.structure s on s.id = f.service_id
where f.dossier_id = $1 and f.retire_a is null`

/** The chain of events, in order. */
export async function listerFaitsRelates(tx: Tx, dossierId: string): Promise<FaitRelate[]> {
  const { rows } = await tx.query<FaitRelate>(`${FAITS} order by f.rang, f.id`, [dossierId])
  return rows
}

interface Cible {
  readonly dossierId: string
  readonly id: string
  readonly version: number
}

/** One fact, its row locked. 404 outside the dossier; 409 `stale` with what it is now. */
export async function verrouillerFaitRelate(tx: Tx, { dossierId, id, version }: Cible): Promise<FaitRelate> {
  const { rows } = await tx.query<FaitRelate>(`${FAITS} and f.id = $2 for update of f`, [dossierId, id])
  const [fait] = rows
  if (fait === undefined) throw new AppError('not-found')
  if (fait.version !== version) throw new AppError('stale', { actuel: fait })
  return fait
}

export async function insererFaitRelate(
  tx: Tx,
  fait: FaitSaisi & { id: string; dossierId: string; rang: number },
): Promise<void> {
  await tx.query(
    'update reclamations.fait_relate set rang = rang + 1 where dossier_id = $1 and retire_a is null and rang >= $2',
    [fait.dossierId, fait.rang],
  )
  await db(tx).insertInto('reclamations.faitRelate').values(fait).execute()
}

/** Writes a change and gives the new version. The row must have been locked before. */
export async function changerFaitRelate(
  tx: Tx,
  id: string,
  changement: FaitSaisi | { readonly retireA: Date },
): Promise<number> {
  const { version } = await db(tx)
    .updateTable('reclamations.faitRelate')
    .set((eb) => ({ ...changement, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Numbers the facts from 1 in the order given. */
export async function numeroterFaitsRelates(
  tx: Tx,
  dossierId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `update reclamations.fait_relate f set rang = o.rang
       from unnest($2::uuid[]) with ordinality as o (id, rang)
      where f.id = o.id and f.dossier_id = $1 and f.rang <> o.rang`,
    [dossierId, [...ids]],
  )
}

export interface Cause {
  readonly id: string
  readonly griefId: string | null
  readonly famille: FamilleDeCause
  readonly description: string
  readonly version: number
}

const COLONNES_D_UNE_CAUSE = ['id', 'griefId', 'famille', 'description', 'version'] as const
const versCause = (c: Omit<Cause, 'famille'> & { readonly famille: string }): Cause => ({
  ...c,
  famille: FAMILLES_DE_CAUSE.find((f) => f === c.famille) ?? 'organisation',
})

export async function listerCauses(tx: Tx, dossierId: string): Promise<Cause[]> {
  const causes = await db(tx)
    .selectFrom('reclamations.cause')
    .select(COLONNES_D_UNE_CAUSE)
    .where('dossierId', '=', dossierId)
    .where('retireA', 'is', null)
    .orderBy('creeA')
    .orderBy('id')
    .execute()
  return causes.map(versCause)
}

export async function insererCause(
  tx: Tx,
  cause: Omit<Cause, 'version'> & { dossierId: string; creeA: Date },
): Promise<void> {
  await db(tx).insertInto('reclamations.cause').values(cause).execute()
}

/** Takes a cause back; the row stays. 404 outside the dossier; 409 `stale` when someone was faster. */
export async function retirerCauseEnBase(
  tx: Tx,
  { dossierId, id, version }: Cible,
  retireA: Date,
): Promise<number> {
  const cause = await db(tx)
    .selectFrom('reclamations.cause')
    .select(COLONNES_D_UNE_CAUSE)
    .where('id', '=', id)
    .where('dossierId', '=', dossierId)
    .where('retireA', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (cause === undefined) throw new AppError('not-found')
  if (cause.version !== version) throw new AppError('stale', { actuel: versCause(cause) })
  await db(tx)
    .updateTable('reclamations.cause')
    .set({ retireA, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  return version + 1
}
