import type { TablesReclamations } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { type MesureSaisie, NATURES_DE_MESURE, type NatureDeMesure } from '../domain/analyse.ts'
import type { Nomme } from './store.ts'

const db = (tx: Tx) => tables<TablesReclamations>(tx)

export interface Mesure {
  readonly id: string
  readonly griefId: string | null
  readonly nature: NatureDeMesure
  readonly intitule: string
  readonly responsable: string
  readonly structure: Nomme | null
  readonly agent: Nomme | null
  readonly pourLe: string | null
  readonly faiteLe: string | null
  readonly abandonneeLe: string | null
  readonly abandonMotif: string | null
  readonly version: number
}

const MESURES = `
select m.id, m.grief_id as "griefId", m.nature, m.intitule, m.responsable, m.pour_le as "pourLe", m.faite_le as "faiteLe",
  m.abandonnee_le as "abandonneeLe", m.abandon_motif as "abandonMotif", m.version,
  case when m.structure_id is null then null else json_build_object('id', m.structure_id, 'nom', s.nom) end as structure,
  case when m.agent_id is null then null
       else json_build_object('id', m.agent_id, 'nom', a.prenom || ' ' || a.nom) end as agent
from reclamations.mesure m
  left join structures.structure s on s.id = m.structure_id
  left join agents.agent a on a.id = m.agent_id
where m.dossier_id = $1`

type Ligne = Omit<Mesure, 'nature'> & { readonly nature: string }
const versMesure = (ligne: Ligne): Mesure => ({
  ...ligne,
  nature: NATURES_DE_MESURE.find((n) => n === ligne.nature) ?? 'promise',
})

/** The measures of a complaint: those to come first, by day, then those done or given up. */
export async function listerMesures(tx: Tx, dossierId: string): Promise<Mesure[]> {
  const { rows } = await tx.query<Ligne>(
    `${MESURES} order by (m.faite_le is not null or m.abandonnee_le is not null), m.pour_le, m.cree_a, m.id`,
    [dossierId],
  )
  return rows.map(versMesure)
}

interface Cible {
  readonly dossierId: string
  readonly id: string
  readonly version: number
}

/** One measure, its row locked. 404 outside the dossier; 409 `stale` with what it is now. */
export async function verrouillerMesure(tx: Tx, { dossierId, id, version }: Cible): Promise<Mesure> {
  const { rows } = await tx.query<Ligne>(`${MESURES} and m.id = $2 for update of m`, [dossierId, id])
  const [ligne] = rows
  if (ligne === undefined) throw new AppError('not-found')
  const mesure = versMesure(ligne)
  if (mesure.version !== version) throw new AppError('stale', { actuel: mesure })
  return mesure
}

type MesureEcrite = MesureSaisie & { readonly griefId: string | null; readonly intitule: string }

export async function insererMesure(
  tx: Tx,
  mesure: MesureEcrite & { id: string; dossierId: string; creeA: Date },
): Promise<void> {
  await db(tx).insertInto('reclamations.mesure').values(mesure).execute()
}

/** Writes a change and gives the new version. The row must have been locked before. */
export async function changerMesure(
  tx: Tx,
  id: string,
  changement:
    | MesureEcrite
    | { readonly faiteLe: string | null }
    | { readonly abandonneeLe: string; readonly abandonMotif: string },
): Promise<number> {
  const { version } = await db(tx)
    .updateTable('reclamations.mesure')
    .set((eb) => ({ ...changement, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** What a service promised to change. */
export interface MesureARealiser {
  readonly id: string
  readonly dossierId: string
  readonly numero: string
  readonly structure: string
  readonly intitule: string
  readonly pourLe: string | null
}

/** What these services still owe, whatever the complaint, by day. One statement. */
export async function listerMesuresARealiser(
  tx: Tx,
  structures: readonly string[],
  limite: number,
): Promise<MesureARealiser[]> {
  if (structures.length === 0) return []
  const { rows } = await tx.query<MesureARealiser>(
    `select m.id, m.dossier_id as "dossierId", d.numero, s.nom as structure, m.intitule, m.pour_le as "pourLe"
       from reclamations.mesure m
       join dossiers.dossier d on d.id = m.dossier_id
       join structures.structure s on s.id = m.structure_id
      where m.structure_id = any($1) and m.faite_le is null and m.abandonnee_le is null
      order by m.pour_le, m.dossier_id, m.id limit $2`,
    [[...structures], limite],
  )
  return rows
}
