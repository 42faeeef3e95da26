import type { TablesPersonnes } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import { avecCivilite, type PersonneEnBase, selectionner } from './store.ts'
import { listerComparables, type PersonneComparable } from './store-rapprochements.ts'

const db = (tx: Tx) => tables<TablesPersonnes>(tx)

/** Where the next page of the register starts: the register is in the order of the names. */
export interface RepereDePersonne {
  readonly cleNom: string
  readonly id: string
}

export interface PersonneDuRegistre {
  readonly personne: PersonneEnBase
  readonly repere: RepereDePersonne
}

/** One page of the register after `apres`. One statement, along `personne_nom_idx`. */
export async function listerRegistre(
  tx: Tx,
  etablissementId: string,
  apres: RepereDePersonne | null,
  limite: number,
): Promise<PersonneDuRegistre[]> {
  let q = selectionner(tx).select('p.cleNom').where('p.etablissementId', '=', etablissementId)
  if (apres !== null)
    q = q.where(
      sql<boolean>`p.cle_nom ~>=~ ${apres.cleNom} and (p.cle_nom ~>~ ${apres.cleNom} or p.id > ${apres.id}::uuid)`,
    )
  const lignes = await q.orderBy(sql`p.cle_nom using ~<~`).orderBy('p.id').limit(limite).execute()
  return lignes.map(({ cleNom, ...ligne }) => ({
    personne: avecCivilite(ligne),
    repere: { cleNom, id: ligne.id },
  }))
}

/** Keys that two records of one person share: how a name sounds is left out, homonyms are no duplicates. */
const FORTES = ['A', 'D', 'P', 'T']

const AUTRES_PAR_PERSONNE = 10

export interface Paire {
  readonly une: string
  readonly autre: string
}

/** For each of these people, the other records that share more than a name with it, and were not told apart. One statement. */
export async function listerPaires(
  tx: Tx,
  etablissementId: string,
  ids: readonly string[],
): Promise<Paire[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.query<Paire>(
    `select u.id as une, o.autre from unnest($2::uuid[]) u (id)
      cross join lateral (
        (select x.personne_id as autre from personnes.cle k
           cross join lateral (select c.personne_id from personnes.cle c
             where c.etablissement_id = $1 and c.valeur = k.valeur and c.personne_id <> u.id limit $4) x
          where k.personne_id = u.id and left(k.valeur, 1) = any ($3::text[]))
        union (select x.id from personnes.personne p
           cross join lateral (select q.id from personnes.personne q
             where q.etablissement_id = $1 and q.cle_courriel <> '' and q.cle_courriel = p.cle_courriel and q.id <> u.id limit $4) x
          where p.id = u.id)
        union (select x.personne_id from personnes.identifiant i
           cross join lateral (select j.personne_id from personnes.identifiant j
             where j.etablissement_id = $1 and j.matricule = i.matricule and j.personne_id <> u.id limit $4) x
          where i.personne_id = u.id)
      ) o
     where not exists (select 1 from personnes.distinction d
                        where d.une_id = least(u.id, o.autre) and d.autre_id = greatest(u.id, o.autre))`,
    [etablissementId, ids, FORTES, AUTRES_PAR_PERSONNE],
  )
  return rows
}

/** These people and their pairs, ready to be compared. One statement. */
export const lirePaires = (tx: Tx, paires: readonly Paire[]): Promise<PersonneComparable[]> =>
  listerComparables(tx, [...new Set(paires.flatMap(({ une, autre }) => [une, autre]))])

/** The lesser id first, as the table keeps them. */
const ordonnees = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a])

/** False when it had been said already. */
export async function insererDistinction(
  tx: Tx,
  d: { uneId: string; autreId: string; distingueesA: Date; agentId: string },
): Promise<boolean> {
  const [uneId, autreId] = ordonnees(d.uneId, d.autreId)
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('personnes.distinction')
    .values({ ...d, uneId, autreId })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when it had not been said. */
export async function supprimerDistinction(tx: Tx, a: string, b: string): Promise<boolean> {
  const [uneId, autreId] = ordonnees(a, b)
  const { numDeletedRows } = await db(tx)
    .deleteFrom('personnes.distinction')
    .where('uneId', '=', uneId)
    .where('autreId', '=', autreId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
