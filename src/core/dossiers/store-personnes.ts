import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

export interface DossierDUnePersonne {
  readonly id: string
  readonly numero: string
  readonly objet: string
  readonly etat: string
  readonly estClos: boolean
  readonly recuLe: string
}

export interface DossierParPersonne extends DossierDUnePersonne {
  readonly personneId: string
  readonly type: string
}

/** The newest dossiers of each of these very people, in any role and of any type, in the perimeter. One statement. */
export async function listerDossiersDesPersonnes(
  tx: Tx,
  personnes: readonly string[],
  parPersonne: number,
): Promise<DossierParPersonne[]> {
  if (personnes.length === 0) return []
  const { rows } = await tx.query<DossierParPersonne>(
    `select p.id as "personneId", d.id, d.type, d.numero, d.objet, d.etat, d.est_clos as "estClos", d.recu_le as "recuLe"
       from unnest($1::uuid[]) with ordinality as p (id, rang)
       cross join lateral (
         select d.id, d.type, d.numero, d.objet, d.etat, d.est_clos, d.recu_le from dossiers.dossier d
          where d.id in (select x.dossier_id from dossiers.participation x where x.personne_id = p.id)
          order by d.recu_le desc, d.id desc limit $2) d
      order by p.rang, d.recu_le desc, d.id desc`,
    [personnes, parPersonne],
  )
  return rows
}

/** Dossiers of one type this very person is the author of, in the perimeter, newest first. */
export function listerDossiersDeLAuteur(
  tx: Tx,
  a: { readonly personneId: string; readonly type: string; readonly limite: number },
): Promise<DossierDUnePersonne[]> {
  return db(tx)
    .selectFrom('dossiers.participation as x')
    .innerJoin('dossiers.dossier as d', 'd.id', 'x.dossierId')
    .select(['d.id', 'd.numero', 'd.objet', 'd.etat', 'd.estClos', 'd.recuLe'])
    .where('x.personneId', '=', a.personneId)
    .where('x.role', '=', 'auteur')
    .where('d.type', '=', a.type)
    .orderBy('d.recuLe', 'desc')
    .orderBy('d.id', 'desc')
    .limit(a.limite)
    .execute()
}
