import type { TablesPieces } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { Lecture } from './domain/lecture.ts'
import type { LignePiece } from './store.ts'

const db = (tx: Tx) => tables<TablesPieces>(tx)

/** Told when the transaction commits: whoever reads texts then looks. */
export const CANAL_DES_LECTURES = 'pieces_a_lire'

/** Pieces that say something by themselves: of a letter, its text; its PDF says the same. */
const LISIBLE = `p.dossier_id is not null and (p.nature <> 'courrier' or p.extension = 'docx')`

/** The texts of these pieces are to be read, those that are in a dossier: now, or again. */
export async function demanderLectures(tx: Tx, pieceIds: readonly string[]): Promise<void> {
  if (pieceIds.length === 0) return
  await tx.query(
    `with a_lire as (
       insert into pieces.lecture (piece_id) select p.id from pieces.piece p where p.id = any($1::uuid[]) and ${LISIBLE}
       on conflict (piece_id) do update set etat = 'a-lire', raison = null, tentatives = 0, lue_a = null
       returning 1)
     select pg_notify('${CANAL_DES_LECTURES}', '') where exists (select 1 from a_lire)`,
    [pieceIds],
  )
}

/** The text of a piece is no longer searched, nor read if it was about to be. */
export async function retirerLecture(tx: Tx, pieceId: string): Promise<void> {
  await db(tx).deleteFrom('pieces.lecture').where('pieceId', '=', pieceId).execute()
}

export type PieceALire = Pick<
  LignePiece,
  'id' | 'nature' | 'nom' | 'type' | 'taille' | 'objetCle' | 'cleEnveloppee' | 'cleId' | 'tacheId'
> & {
  readonly dossierId: string
  /** of the request a service joined it to */
  readonly structureId: string | null
  /** this time included */
  readonly tentatives: number
}

/**
 * The next piece to read, newest first, counted as tried; null when none is left. `reconnait`: pictures left aside are read too,
 * now that a program can.
 */
export async function prendreUneLecture(tx: Tx, reconnait: boolean): Promise<PieceALire | null> {
  const { rows } = await tx.query<PieceALire>(
    `update pieces.lecture l set etat = 'a-lire', lue_a = null, raison = null, tentatives = l.tentatives + 1
       from pieces.piece p
      where p.id = l.piece_id and l.piece_id = (
        select x.piece_id from pieces.lecture x
         where x.etat = 'a-lire' or ($1 and x.etat = 'non-reconnue')
         order by x.piece_id desc limit 1 for update of x skip locked)
     returning p.id, p.nature, p.nom, p.type, p.taille, p.dossier_id as "dossierId", p.tache_id as "tacheId",
       p.objet_cle as "objetCle", p.cle_enveloppee as "cleEnveloppee", p.cle_id as "cleId", l.tentatives,
       (select t.structure_id from taches.tache t where t.id = p.tache_id) as "structureId"`,
    [reconnait],
  )
  return rows[0] ?? null
}

/** A reading stopped on its way is not counted. */
export async function rendreLaLecture(tx: Tx, pieceId: string): Promise<void> {
  await tx.query('update pieces.lecture set tentatives = greatest(tentatives - 1, 0) where piece_id = $1', [
    pieceId,
  ])
}

/** Says what became of a text. False when it is no longer wanted: the piece was replaced while it was read. */
export async function finirLecture(
  tx: Tx,
  pieceId: string,
  fin: Lecture & { readonly lueA: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('pieces.lecture')
    .set({ ...fin, tentatives: 0 })
    .where('pieceId', '=', pieceId)
    .where('etat', '=', 'a-lire')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
