import type { Role } from '#core/journal/domain/acteur.ts'
import type { TablesAgents } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { AbsencePrevue } from './domain/absence.ts'

const db = (tx: Tx) => tables<TablesAgents>(tx)

export interface AbsenceEnBase extends AbsencePrevue {
  readonly id: string
}

const COLONNES = ['id', 'agentId', 'remplacantId', 'du', 'au'] as const

/** Absences that end on a day or after, the nearest first: those the policies let the reader see. */
export function listerAbsencesDepuis(tx: Tx, jour: string): Promise<AbsenceEnBase[]> {
  return db(tx)
    .selectFrom('agents.absence')
    .select(COLONNES)
    .where('annuleeA', 'is', null)
    .where('au', '>=', jour)
    .orderBy('du')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** Standing absences of these two, as away or as standing in. */
export function listerAbsencesDe(tx: Tx, agentIds: readonly string[]): Promise<AbsenceEnBase[]> {
  return db(tx)
    .selectFrom('agents.absence')
    .select(COLONNES)
    .where('annuleeA', 'is', null)
    .where((eb) => eb.or([eb('agentId', 'in', [...agentIds]), eb('remplacantId', 'in', [...agentIds])]))
    .execute()
}

export async function trouverAbsence(tx: Tx, id: string): Promise<AbsenceEnBase | null> {
  const ligne = await db(tx)
    .selectFrom('agents.absence')
    .select(COLONNES)
    .where('id', '=', id)
    .where('annuleeA', 'is', null)
    .executeTakeFirst()
  return ligne ?? null
}

export async function insererAbsence(
  tx: Tx,
  absence: AbsenceEnBase & {
    readonly etablissementId: string
    readonly creeA: Date
    readonly creePar: string
  },
): Promise<void> {
  await db(tx).insertInto('agents.absence').values(absence).execute()
}

/** False when the reader may not, or it was taken back already. */
export async function noterAnnulation(
  tx: Tx,
  id: string,
  annulation: { readonly annuleeA: Date; readonly annuleePar: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('agents.absence')
    .set(annulation)
    .where('id', '=', id)
    .where('annuleeA', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface AgentActif {
  readonly id: string
  readonly nom: string
  readonly role: Role
}

/** Active agents of the establishment, by name. */
export async function listerAgentsActifs(tx: Tx): Promise<AgentActif[]> {
  const { rows } = await tx.query<AgentActif>(
    `select id, trim(prenom || ' ' || nom) as nom, role from agents.agent where est_actif order by cle_tri, id`,
  )
  return rows
}

/** One entry at a time of these two: a second person who enters the same days waits, then sees the first. */
export async function verrouillerAbsences(tx: Tx, agentIds: readonly string[]): Promise<void> {
  for (const id of agentIds.toSorted())
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4209))', [id])
}

export interface AbsenceRemplacee {
  readonly agentId: string
  readonly nom: string
  readonly role: Role
  readonly au: string
}

/** Whom an agent stands in for on a day, by the end of the absence. One statement. */
export async function listerRemplaces(tx: Tx, agentId: string, jour: string): Promise<AbsenceRemplacee[]> {
  const { rows } = await tx.query<AbsenceRemplacee>(
    `select x.agent_id as "agentId", trim(a.prenom || ' ' || a.nom) as nom, a.role, x.au
       from agents.absence x join agents.agent a on a.id = x.agent_id
      where x.remplacant_id = $1 and x.annulee_a is null and $2::date between x.du and x.au
      order by x.au, a.cle_tri limit 5`,
    [agentId, jour],
  )
  return rows
}
