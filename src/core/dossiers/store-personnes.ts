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
