import type { Acteur } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { PieceVue } from './contract.ts'
import { ligneDe, type PieceAInscrire } from './nouvelle-piece.ts'
import { dossierEstVisible, insererPieces } from './store.ts'
import { vueDe } from './vue.ts'

export interface PieceAjoutee extends PieceAInscrire {
  readonly acteur: Acteur
  readonly dossierId: string
  readonly maintenant: Date
}

/** Puts a file the application made (a letter, a consigned complaint) in a dossier. 404 outside the perimeter. */
export async function ajouterPiece(tx: Tx, piece: PieceAjoutee): Promise<PieceVue> {
  const { acteur, dossierId, maintenant } = piece
  if (!(await dossierEstVisible(tx, dossierId))) throw new AppError('not-found')
  const ligne = ligneDe(piece, { acteur, dossierId, pieceMereId: null, maintenant, rang: 0 })
  await insererPieces(tx, [ligne])
  return vueDe(ligne)
}
