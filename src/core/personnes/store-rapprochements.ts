import { sql, type Tx } from '#platform/db/index.ts'
import type { Comparable } from './domain/rapprochement.ts'
import { avecCivilite, finDe, type Ligne, type PersonneEnBase, selectionner } from './store.ts'

/** A person, and what it is compared by: the matricule stays out of what is shown. */
export interface PersonneComparable {
  readonly personne: PersonneEnBase
  readonly comparable: Comparable
}

const matricule = sql<string | null>`(select i.matricule from personnes.identifiant i
  where i.personne_id = p.id)`.as('matricule')

const comparables = (tx: Tx) => selectionner(tx).select(matricule)

const enComparables = (lignes: readonly (Ligne & { matricule: string | null })[]): PersonneComparable[] =>
  lignes.map(({ matricule, ...ligne }) => {
    const personne = avecCivilite(ligne)
    return { personne, comparable: { ...personne, matricule } }
  })

export interface ClesCherchees {
  /** keys of which one is enough */
  readonly cles: readonly string[]
  /** beginnings of keys */
  readonly debuts: readonly string[]
  readonly courriel: string
  readonly matricule: string
}

/** A name borne by thousands gives a few of them: the rest of what was typed finds the right one by another key. */
const PAR_CLE = 20

// Each branch stops at its limit inside the index: what is visible is checked row by row, for those alone.
const ids = (etablissementId: string, c: ClesCherchees) => sql<string>`
  select s.personne_id from unnest(${[...c.cles]}::text[]) k (valeur)
    cross join lateral (select x.personne_id from personnes.cle x
      where x.etablissement_id = ${etablissementId} and x.valeur = k.valeur limit ${PAR_CLE}) s
  union select s.personne_id from unnest(${[...c.debuts]}::text[], ${c.debuts.map(finDe)}::text[]) k (debut, fin)
    cross join lateral (select x.personne_id from personnes.cle x
      where x.etablissement_id = ${etablissementId} and x.valeur >= k.debut and x.valeur < k.fin
      order by x.valeur limit ${PAR_CLE}) s
  union (select x.id from personnes.personne x where x.etablissement_id = ${etablissementId}
      and x.cle_courriel <> '' and x.cle_courriel = ${c.courriel} limit ${PAR_CLE})
  union (select x.personne_id from personnes.identifiant x where x.etablissement_id = ${etablissementId}
      and x.matricule = ${c.matricule} limit ${PAR_CLE})`

/** People who share a key, the mailbox or the matricule of someone, in no order. One statement. */
export async function listerParCles(
  tx: Tx,
  etablissementId: string,
  cherchees: ClesCherchees,
): Promise<PersonneComparable[]> {
  const lignes = await comparables(tx)
    .where(sql<boolean>`p.id in (${ids(etablissementId, cherchees)})`)
    .execute()
  return enComparables(lignes)
}

/** The same people with their matricule, to be compared. One statement. */
export async function listerComparables(tx: Tx, lues: readonly string[]): Promise<PersonneComparable[]> {
  if (lues.length === 0) return []
  return enComparables(
    await comparables(tx)
      .where('p.id', 'in', [...lues])
      .execute(),
  )
}

/** Whom an agent said this person is not. One statement. */
export async function listerDistinctions(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await tx.query<{ autre: string }>(
    `select case when une_id = $1 then autre_id else une_id end as autre
       from personnes.distinction where une_id = $1 or autre_id = $1`,
    [id],
  )
  return rows.map(({ autre }) => autre)
}
