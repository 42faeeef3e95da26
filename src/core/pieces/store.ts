import type { TablesDossiers, TablesPieces } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import type { Lecture } from './domain/lecture.ts'
import { demanderLectures } from './store-lectures.ts'

// Of the dossier, only what a duplicate is shown by: its perimeter decides, as for the pieces.
const db = (tx: Tx) => tables<TablesPieces & Pick<TablesDossiers, 'dossiers.dossier'>>(tx)

export type LignePiece = Omit<TablesPieces['pieces.piece'], 'alertes'> & { readonly alertes: unknown }

const COLONNES = [
  'id',
  'etablissementId',
  'dossierId',
  'deposeePar',
  'deposeeA',
  'nature',
  'pieceMereId',
  'tacheId',
  'nom',
  'type',
  'extension',
  'apercu',
  'taille',
  'sha256',
  'alertes',
  'messageId',
  'objetCle',
  'cleEnveloppee',
  'cleId',
] as const

/** A message and its attachments, or a letter: all rows in one statement. Those of a dossier are then read. */
export async function insererPieces(tx: Tx, lignes: readonly LignePiece[]): Promise<void> {
  await db(tx)
    .insertInto('pieces.piece')
    .values(lignes.map((ligne) => ({ ...ligne, alertes: JSON.stringify(ligne.alertes) })))
    .execute()
  await demanderLectures(
    tx,
    lignes.filter(({ dossierId }) => dossierId !== null).map(({ id }) => id),
  )
}

export async function trouverLigne(tx: Tx, id: string): Promise<LignePiece | null> {
  const ligne = await db(tx)
    .selectFrom('pieces.piece')
    .select(COLONNES)
    .where('id', '=', id)
    .executeTakeFirst()
  return ligne ?? null
}

/** What became of the text of each, beside it. */
export type LigneAvecLecture = LignePiece & { readonly lecture: Lecture | null }

const LECTURE = sql<Lecture | null>`(select json_build_object('etat', l.etat, 'raison', l.raison, 'estReconnue', l.est_reconnue,
  'estCoupee', l.est_coupee, 'pagesNonLues', l.pages_non_lues) from pieces.lecture l where l.piece_id = pieces.piece.id)`

/** Oldest first; the attachments of a message follow it. */
export function listerLignes(tx: Tx, dossierId: string): Promise<LigneAvecLecture[]> {
  return db(tx)
    .selectFrom('pieces.piece')
    .select([...COLONNES, LECTURE.as('lecture')])
    .where('dossierId', '=', dossierId)
    .orderBy('deposeeA')
    .orderBy('id')
    .execute()
}

/** The pieces of these ids and the attachments of those that are messages, locked in a constant order. */
export function verrouillerAvecJointes(tx: Tx, ids: readonly string[]): Promise<LignePiece[]> {
  return db(tx)
    .selectFrom('pieces.piece')
    .select(COLONNES)
    .where((eb) => eb.or([eb('id', 'in', ids), eb('pieceMereId', 'in', ids)]))
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function verserAuDossier(tx: Tx, ids: readonly string[], dossierId: string): Promise<void> {
  if (ids.length === 0) return
  await db(tx).updateTable('pieces.piece').set({ dossierId }).where('id', 'in', ids).execute()
  await demanderLectures(tx, ids)
}

export async function detacherDuMessage(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db(tx).updateTable('pieces.piece').set({ pieceMereId: null }).where('id', 'in', ids).execute()
}

export async function supprimerPieces(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db(tx).deleteFrom('pieces.piece').where('id', 'in', ids).execute()
}

/** Deposits that no dossier took in time, but those a service keeps for its answer; a message one of whose attachments is in a dossier stays. Gives their objects. */
export async function supprimerDepotsAbandonnes(tx: Tx, avant: Date): Promise<string[]> {
  const supprimees = await db(tx)
    .deleteFrom('pieces.piece as p')
    .where('p.dossierId', 'is', null)
    .where('p.tacheId', 'is', null)
    .where('p.deposeeA', '<', avant)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('pieces.piece as j')
            .select('j.id')
            .whereRef('j.pieceMereId', '=', 'p.id')
            .where((e) => e.or([e('j.dossierId', 'is not', null), e('j.deposeeA', '>=', avant)])),
        ),
      ),
    )
    .returning('p.objetCle')
    .execute()
  return supprimees.map(({ objetCle }) => objetCle)
}

/** Which of these objects a piece still references, as far as the acteur sees. */
export async function listerObjetsReferences(tx: Tx, cles: readonly string[]): Promise<readonly string[]> {
  if (cles.length === 0) return []
  const lignes = await db(tx)
    .selectFrom('pieces.piece')
    .select('objetCle')
    .distinct()
    .where('objetCle', 'in', cles)
    .execute()
  return lignes.map(({ objetCle }) => objetCle)
}

/** Throws unless this transaction sees every row of its establishment: the sweep takes what it does not see for nobody's. */
export async function verifierVueEntiere(tx: Tx): Promise<void> {
  const { rows } = await tx.query<{ entiere: boolean }>(
    `select coalesce(acces.acteur() = 'systeme' and acces.voit_tout() and acces.voit_sensible()
                     and acces.etablissement() is not null, false) as entiere`,
  )
  if (rows[0]?.entiere !== true)
    throw new Error('This acteur does not see all the pieces: nothing may be swept')
}

/** The dossier exists and is in the perimeter. */
export async function dossierEstVisible(tx: Tx, dossierId: string): Promise<boolean> {
  const dossier = await db(tx)
    .selectFrom('dossiers.dossier')
    .select('id')
    .where('id', '=', dossierId)
    .executeTakeFirst()
  return dossier !== undefined
}

export interface Doublon {
  readonly dossierId: string
  readonly numero: string
  readonly objet: string
}

/** Dossiers of the perimeter that already hold this file or this message, newest first, ten at most. */
export async function listerDoublons(
  tx: Tx,
  depot: { readonly etablissementId: string; readonly sha256: string; readonly messageId: string | null },
): Promise<Doublon[]> {
  const { etablissementId, sha256, messageId } = depot
  return db(tx)
    .selectFrom('dossiers.dossier as d')
    .select(['d.id as dossierId', 'd.numero', 'd.objet'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('pieces.piece as p')
          .select('p.id')
          .whereRef('p.dossierId', '=', 'd.id')
          .where('p.etablissementId', '=', etablissementId)
          .where((e) =>
            e.or([
              e('p.sha256', '=', sha256),
              ...(messageId === null ? [] : [e('p.messageId', '=', messageId)]),
            ]),
          ),
      ),
    )
    .orderBy('d.creeA', 'desc')
    .orderBy('d.id', 'desc')
    .limit(10)
    .execute()
}
