import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { FENETRE_DE_RECHERCHE, lireRecherche, texteDeRecherche } from './domain/recherche.ts'

export interface ContenuDeRecherche {
  readonly dossierId: string
  readonly etablissementId: string
  readonly recuLe: string
  readonly noms: readonly string[]
  readonly textes: readonly string[]
}

/** What a tsvector may hold: past a megabyte of lexemes PostgreSQL refuses the row, so the tail is not indexed. */
const CARACTERES_INDEXES = 200_000

/** Rewrites the words of a dossier itself, in the transaction that changed it. */
export async function indexerDossier(tx: Tx, c: ContenuDeRecherche): Promise<void> {
  const texte = texteDeRecherche([...c.noms, ...c.textes]).slice(0, CARACTERES_INDEXES)
  // not « on conflict »: the vector may be written by the application, not read
  await tx.query(
    `with v as materialized (select dossiers.vecteur($5) as tsv),
       ecrite as (update dossiers.recherche r set cle_nom = $4, tsv = v.tsv, tsv_tronc = null from v
                   where r.dossier_id = $1 and r.recu_le = $3 returning 1)
     insert into dossiers.recherche (dossier_id, etablissement_id, recu_le, cle_nom, tsv)
     select $1, $2, $3, $4, v.tsv from v where not exists (select 1 from ecrite)`,
    [c.dossierId, c.etablissementId, c.recuLe, texteDeRecherche(c.noms), texte],
  )
}

/** Puts its parts back beside a dossier's own words, which were just written. */
export async function assemblerRecherche(tx: Tx, dossierId: string): Promise<void> {
  await tx.query('select dossiers.assembler_recherche($1)', [dossierId])
}

/** What must be re-read to index a dossier again: its texts and the names of its people. */
export async function lireContenuDeRecherche(tx: Tx, dossierId: string): Promise<ContenuDeRecherche | null> {
  const lu = await tables<TablesDossiers>(tx)
    .selectFrom('dossiers.dossier')
    .select(['id', 'etablissementId', 'recuLe', 'numero', 'objet', 'auteur'])
    .where('id', '=', dossierId)
    .executeTakeFirst()
  if (lu === undefined) return null
  const { rows } = await tx.query<{ textes: string[]; noms: string[] }>(
    `select array(select r.texte from dossiers.recit r where r.dossier_id = $1 order by r.rang desc) as textes,
            array(select p.prenom || ' ' || p.nom from personnes.personne p
                    join dossiers.participation x on x.personne_id = p.id where x.dossier_id = $1) as noms`,
    [dossierId],
  )
  const noms = [lu.auteur, ...(rows[0]?.noms ?? [])]
  const textes = [lu.numero, lu.objet, ...(rows[0]?.textes ?? [])]
  return { dossierId, etablissementId: lu.etablissementId, recuLe: lu.recuLe, noms, textes }
}

/** Ids that match, best first, out of the newest 300 of the perimeter. A number matches alone. */
export async function chercherIds(tx: Tx, etablissementId: string, saisi: string): Promise<string[]> {
  const { numero, mots, debut, nom } = lireRecherche(saisi)
  if (mots === '' && debut === '' && numero === null) return []
  const { rows } = await tx.query<{ dossier_id: string }>(
    `select f.dossier_id from (
       select d.id as dossier_id, d.recu_le, 1000::real as rang from dossiers.dossier d
        where d.etablissement_id = $1 and d.numero = $5
       union all select c.dossier_id, c.recu_le, c.rang from dossiers.chercher($1, $2, $3, $4, $6) c
     ) f group by f.dossier_id order by max(f.rang) desc, max(f.recu_le) desc, f.dossier_id desc limit $6`,
    [etablissementId, mots, debut, nom, numero, FENETRE_DE_RECHERCHE],
  )
  return rows.map((r) => r.dossier_id)
}
