import type { TablesAgents, TablesDossiers } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'

type Tables = TablesAgents & TablesDossiers
const db = (tx: Tx) => tables<Tables>(tx)

/** The lists an agent may use, in the agent's own order, then by name. */
export function listerListesEnBase(tx: Tx, agentId: string) {
  return db(tx)
    .selectFrom('dossiers.liste as l')
    .innerJoin('agents.agent as a', 'a.id', 'l.agentId')
    .leftJoin('dossiers.rangement as r', (j) =>
      j.onRef('r.listeId', '=', 'l.id').on('r.agentId', '=', agentId),
    )
    .select(['l.id', 'l.nom', 'l.estPartagee', 'l.agentId', 'l.criteres', 'l.colonnes', 'l.version'])
    .select([
      sql<string>`a.prenom || ' ' || a.nom`.as('par'),
      sql<boolean>`coalesce(r.est_par_defaut, false)`.as('estParDefaut'),
    ])
    .orderBy('r.rang', (ob) => ob.asc().nullsLast())
    .orderBy(sql`lower(l.nom)`)
    .orderBy('l.id')
    .limit(200)
    .execute()
}

export interface ListeAEcrire {
  readonly nom: string
  readonly estPartagee: boolean
  readonly criteres: object
  readonly colonnes: readonly string[]
}

const colonnesDe = ({ nom, estPartagee, criteres, colonnes }: ListeAEcrire, maintenant: Date) => ({
  nom,
  estPartagee,
  criteres: JSON.stringify(criteres),
  colonnes: [...colonnes],
  modifieeA: maintenant,
})

export async function insererListe(
  tx: Tx,
  liste: ListeAEcrire & { id: string; agentId: string; etablissementId: string },
  maintenant: Date,
): Promise<void> {
  const { id, agentId, etablissementId } = liste
  await db(tx)
    .insertInto('dossiers.liste')
    .values({ id, agentId, etablissementId, creeeA: maintenant, ...colonnesDe(liste, maintenant) })
    .execute()
}

/** One list, locked. 404 when it is neither one's own nor shared; 409 `stale` when someone was faster. */
export async function verrouillerListe(
  tx: Tx,
  id: string,
  version: number,
): Promise<{ readonly agentId: string; readonly estPartagee: boolean }> {
  const liste = await db(tx)
    .selectFrom('dossiers.liste')
    .select(['agentId', 'estPartagee', 'version', 'nom'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (liste === undefined) throw new AppError('not-found')
  if (liste.version !== version)
    throw new AppError('stale', { actuel: { version: liste.version, nom: liste.nom } })
  return liste
}

/** Writes a list and gives its new version. The row must have been locked before. */
export async function changerListe(
  tx: Tx,
  id: string,
  liste: ListeAEcrire,
  maintenant: Date,
): Promise<number> {
  const { version } = await db(tx)
    .updateTable('dossiers.liste')
    .set((eb) => ({ ...colonnesDe(liste, maintenant), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function supprimerListeEnBase(tx: Tx, id: string): Promise<void> {
  await db(tx).deleteFrom('dossiers.liste').where('id', '=', id).execute()
}

/** The agent's order of the lists, in place of the one before; ids that are not theirs to see are left out. */
export async function remplacerRangement(
  tx: Tx,
  agentId: string,
  ids: readonly string[],
  parDefaut: string | null,
): Promise<void> {
  await db(tx).deleteFrom('dossiers.rangement').where('agentId', '=', agentId).execute()
  await tx.query(
    `insert into dossiers.rangement (agent_id, liste_id, rang, est_par_defaut)
     select $1, l.id, o.rang, coalesce(l.id = $3::uuid, false)
       from unnest($2::uuid[]) with ordinality as o (id, rang) join dossiers.liste l on l.id = o.id
     on conflict do nothing`,
    [agentId, [...ids], parDefaut],
  )
}
