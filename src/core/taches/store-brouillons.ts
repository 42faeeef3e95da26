import { z } from 'zod'
import type { TablesTaches } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { ReponseEcrite } from './domain/rules.ts'

const db = (tx: Tx) => tables<TablesTaches>(tx)

export interface BrouillonEnBase extends ReponseEcrite {
  readonly version: number
  readonly modifieA: Date
}

const textes = z.record(z.string(), z.string())

/** What the service is writing; null while nothing is kept. `verrou`: for a change. */
export async function trouverBrouillon(
  tx: Tx,
  tacheId: string,
  options: { readonly verrou: boolean } = { verrou: false },
): Promise<BrouillonEnBase | null> {
  const lecture = db(tx)
    .selectFrom('taches.brouillon')
    .select(['nom', 'fonction', 'reponse', 'reponses', 'version', 'modifieA'])
    .where('tacheId', '=', tacheId)
  const ligne = await (options.verrou ? lecture.forUpdate() : lecture).executeTakeFirst()
  return ligne === undefined ? null : { ...ligne, reponses: textes.parse(ligne.reponses) }
}

interface BrouillonAGarder extends ReponseEcrite {
  readonly tacheId: string
  readonly modifieA: Date
}

/** False when someone made one at the same instant. */
export async function insererBrouillon(tx: Tx, b: BrouillonAGarder): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('taches.brouillon')
    .values({ ...b, reponses: JSON.stringify(b.reponses) })
    .onConflict((c) => c.column('tacheId').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Gives the new version. The row must have been locked. */
export async function remplacerBrouillon(tx: Tx, b: BrouillonAGarder): Promise<number> {
  const { tacheId, ...textesEcrits } = b
  const { version } = await db(tx)
    .updateTable('taches.brouillon')
    .set((eb) => ({
      ...textesEcrits,
      reponses: JSON.stringify(textesEcrits.reponses),
      version: eb('version', '+', 1),
    }))
    .where('tacheId', '=', tacheId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function supprimerBrouillon(tx: Tx, tacheId: string): Promise<void> {
  await db(tx).deleteFrom('taches.brouillon').where('tacheId', '=', tacheId).execute()
}

/**
 * Requests whose answer in preparation may be forgotten: no longer waited for, or every link closed and nothing written
 * nor joined since `inactifDepuis`. Drafts of the whole establishment: for the job that forgets them.
 */
export async function listerAbandonnees(
  tx: Tx,
  a: { readonly maintenant: Date; readonly inactifDepuis: Date },
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select t.id from taches.tache t
      where (exists (select 1 from taches.brouillon b where b.tache_id = t.id)
             or exists (select 1 from pieces.piece p where p.tache_id = t.id and p.dossier_id is null))
        and (t.etat <> 'demandee'
             or (coalesce((select max(l.expire_a) from taches.lien l where l.tache_id = t.id), $1) <= $1
                 and coalesce((select b.modifie_a from taches.brouillon b where b.tache_id = t.id), $2) <= $2
                 and not exists (select 1 from pieces.piece p
                                  where p.tache_id = t.id and p.dossier_id is null and p.deposee_a > $2)))`,
    [a.maintenant, a.inactifDepuis],
  )
  return rows.map(({ id }) => id)
}

export async function supprimerBrouillons(tx: Tx, tacheIds: readonly string[]): Promise<void> {
  if (tacheIds.length === 0) return
  await db(tx).deleteFrom('taches.brouillon').where('tacheId', 'in', tacheIds).execute()
}
