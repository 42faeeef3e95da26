import type { Tx } from '#platform/db/index.ts'

export interface DossierDuFil {
  readonly dossierId: string
  readonly type: string
  readonly numero: string
  readonly objet: string
  /** it holds a message of the thread, beyond being cited */
  readonly parLeFil: boolean
}

/** Each way in has its index; the perimeter is asked once, on the dossiers found. Ten at most, newest first. */
export async function listerDossiersDuFil(
  tx: Tx,
  fil: {
    readonly etablissementId: string
    readonly messageIds: readonly string[]
    readonly numeros: readonly string[]
  },
): Promise<DossierDuFil[]> {
  const { rows } = await tx.query<DossierDuFil>(
    `select d.id as "dossierId", d.type, d.numero, d.objet, bool_or(f.par_le_fil) as "parLeFil"
       from (select p.dossier_id as id, true as par_le_fil from pieces.piece p
              where p.etablissement_id = $1 and p.message_id = any($2::text[]) and p.dossier_id is not null
             union all
             select x.id, false from dossiers.dossier x where x.etablissement_id = $1 and x.numero = any($3::text[])) f
       join dossiers.dossier d on d.id = f.id
      group by d.id order by d.cree_a desc, d.id desc limit 10`,
    [fil.etablissementId, [...fil.messageIds], [...fil.numeros]],
  )
  return rows
}
