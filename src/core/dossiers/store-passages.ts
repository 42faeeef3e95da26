import type { Tx } from '#platform/db/index.ts'
import type { Source } from './domain/partie.ts'
import type { RechercheLue } from './domain/recherche.ts'

/** What a dossier says, where a search may have found something. */
export interface TextesDuDossier {
  readonly id: string
  readonly objet: string
  readonly auteur: string
  /** newest first */
  readonly recits: readonly string[]
  readonly noms: readonly string[]
}

/** The texts and names of dossiers of the perimeter. One statement. */
export async function lireTextes(tx: Tx, ids: readonly string[]): Promise<TextesDuDossier[]> {
  const { rows } = await tx.query<TextesDuDossier>(
    `select d.id, d.objet, d.auteur,
            array(select r.texte from dossiers.recit r where r.dossier_id = d.id order by r.rang desc) as recits,
            array(select p.prenom || ' ' || p.nom from dossiers.participation x
                    join personnes.personne p on p.id = x.personne_id where x.dossier_id = d.id) as noms
       from dossiers.dossier d where d.id = any($1::uuid[])`,
    [ids],
  )
  return rows
}

export interface PartieTrouvee {
  readonly dossierId: string
  readonly source: Source
  readonly lieu: string
  readonly texte: string
}

/** Parts shown of one dossier: more would not fit a line of a list. */
const PARTIES_PAR_DOSSIER = 2

/** The parts of these dossiers that hold a word searched, those that hold them all first; as far as the acteur reads them. */
export async function listerPartiesTrouvees(
  tx: Tx,
  ids: readonly string[],
  { mots, debut }: Pick<RechercheLue, 'mots' | 'debut'>,
): Promise<PartieTrouvee[]> {
  const { rows } = await tx.query<PartieTrouvee>(
    `with q as materialized (
       select dossiers.requete($2, $3) as tous,
              coalesce(dossiers.requete($4, '') || dossiers.requete('', $3), dossiers.requete($4, ''), dossiers.requete('', $3)) as un)
     select t.dossier_id as "dossierId", t.source, t.lieu, t.texte
       from (select p.dossier_id, p.source, p.lieu, p.texte, p.objet_id, p.tsv @@ q.tous as entier,
                    row_number() over (partition by p.dossier_id order by p.tsv @@ q.tous desc, p.source = 'piece', p.objet_id desc) as rang
               from q, dossiers.recherche_partie p where p.dossier_id = any($1::uuid[]) and p.tsv @@ q.un) t
      where t.rang <= $5 order by t.dossier_id, t.rang`,
    [ids, mots, debut, mots.replaceAll(' & ', ' | '), PARTIES_PAR_DOSSIER],
  )
  return rows
}

/** A word of a text, and the rank of the word searched that it may be. */
export interface Candidat {
  readonly cle: string
  readonly rang: number
}

/** Which of these words the search takes for the words searched: the same functions decide, stems and beginnings included. */
export async function reconnaitre(
  tx: Tx,
  cherches: readonly { readonly mot: string; readonly estDebut: boolean }[],
  candidats: readonly Candidat[],
): Promise<Candidat[]> {
  if (candidats.length === 0) return []
  const { rows } = await tx.query<Candidat>(
    `with q as materialized (
       select m.rang - 1 as rang, case when m.debut then dossiers.requete('', m.mot) else dossiers.requete(m.mot, '') end as requete
         from unnest($1::text[], $2::boolean[]) with ordinality m (mot, debut, rang))
     select c.cle, c.rang from unnest($3::text[], $4::int[]) c (cle, rang) join q on q.rang = c.rang
      where dossiers.vecteur_nu(c.cle) @@ q.requete`,
    [
      cherches.map(({ mot }) => mot),
      cherches.map(({ estDebut }) => estDebut),
      candidats.map(({ cle }) => cle),
      candidats.map(({ rang }) => rang),
    ],
  )
  return rows
}
