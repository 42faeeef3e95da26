import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

/** The narrative in its last version, null when the dossier has none. */
export async function dernierRecit(tx: Tx, dossierId: string): Promise<{ texte: string } | null> {
  const recit = await tables<TablesDossiers>(tx)
    .selectFrom('dossiers.recit')
    .select('texte')
    .where('dossierId', '=', dossierId)
    .orderBy('rang', 'desc')
    .limit(1)
    .executeTakeFirst()
  return recit ?? null
}

/** The narrative as it was first written down, null when the dossier has none. */
export async function premierRecit(
  tx: Tx,
  dossierId: string,
): Promise<{ texte: string; creeA: Date } | null> {
  const recit = await tables<TablesDossiers>(tx)
    .selectFrom('dossiers.recit')
    .select(['texte', 'creeA'])
    .where('dossierId', '=', dossierId)
    .orderBy('rang')
    .limit(1)
    .executeTakeFirst()
  return recit ?? null
}

export interface Recit {
  readonly id: string
  readonly rang: number
  readonly texte: string
  readonly creeA: Date
  readonly agent: string | null
}

// Inside json, a byte order mark that opens a text is kept on both engines: places counted in it stay right.
const RECITS = `
select r.id, r.rang, json_build_array(r.texte) as textes, r.cree_a as "creeA",
  (select a.prenom || ' ' || a.nom from agents.agent a where a.id = r.agent_id) as agent
from dossiers.recit r where r.dossier_id = $1`

type LigneDeRecit = Omit<Recit, 'texte'> & { readonly textes: readonly [string] }
const versRecit = ({ textes, ...recit }: LigneDeRecit): Recit => ({ ...recit, texte: textes[0] })

/** Every version of the narrative, oldest first, character for character as it was written. */
export async function listerRecits(tx: Tx, dossierId: string): Promise<Recit[]> {
  const { rows } = await tx.query<LigneDeRecit>(`${RECITS} order by r.rang`, [dossierId])
  return rows.map(versRecit)
}

/** One version, null when it is not one of this dossier. */
export async function trouverRecit(tx: Tx, dossierId: string, id: string): Promise<Recit | null> {
  const { rows } = await tx.query<LigneDeRecit>(`${RECITS} and r.id = $2`, [dossierId, id])
  const [recit] = rows
  return recit === undefined ? null : versRecit(recit)
}
