import type { Acteur } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { ligneDe, type PieceAInscrire } from './nouvelle-piece.ts'
import { insererPieces } from './store.ts'
import {
  listerLignesDesTaches,
  supprimerDepotDeTache,
  supprimerDepots,
  verserDepotsDeTache,
} from './store-taches.ts'

/** Of one answer: told by « trop-de-pieces ». */
const PIECES_PAR_TACHE = 20

export interface PieceDeTache {
  readonly id: string
  readonly tacheId: string
  readonly nom: string
  readonly taille: number
}

/** What was joined to these requests, deposits and pieces of the dossier alike, as far as the acteur sees them. One statement. */
export async function listerPiecesDesTaches(tx: Tx, tacheIds: readonly string[]): Promise<PieceDeTache[]> {
  const lignes = await listerLignesDesTaches(tx, tacheIds)
  return lignes.map(({ id, tacheId, nom, taille }) => ({ id, tacheId, nom, taille }))
}

/**
 * Joins a file to an answer in preparation. `deja`: the same bytes under the same name are there (a form sent twice);
 * `trop`: the answer has all the files it may. The caller then removes its object.
 */
export async function joindreALaTache(
  tx: Tx,
  piece: PieceAInscrire,
  a: { readonly acteur: Acteur; readonly tacheId: string; readonly maintenant: Date },
): Promise<'jointe' | 'deja' | 'trop'> {
  const deja = await listerLignesDesTaches(tx, [a.tacheId])
  if (deja.some(({ nom, sha256 }) => nom === piece.nom && sha256 === piece.objet.sha256)) return 'deja'
  if (deja.length >= PIECES_PAR_TACHE) return 'trop'
  await insererPieces(tx, [ligneDe(piece, { ...a, dossierId: null, pieceMereId: null, rang: deja.length })])
  return 'jointe'
}

/** Takes a file out of an answer in preparation: key of its object, or null when it is not there or was sent. */
export const retirerDeLaTache = (tx: Tx, tacheId: string, pieceId: string): Promise<string | null> =>
  supprimerDepotDeTache(tx, tacheId, pieceId)

/** The answer is sent: what was joined to it enters the dossier. Returns how many pieces. */
export const verserLaTache = (tx: Tx, tacheId: string, dossierId: string): Promise<number> =>
  verserDepotsDeTache(tx, tacheId, dossierId)

/** Forgets what was joined to answers that will not be sent. The rows carry the keys: the bytes are unreadable at once. */
export const supprimerDepotsDesTaches = (tx: Tx, tacheIds: readonly string[]): Promise<number> =>
  supprimerDepots(tx, tacheIds)
