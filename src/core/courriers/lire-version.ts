import { lireObjet, obtenirPiece } from '#core/pieces/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type DocxReview, reviewDocx } from '#platform/documents/index.ts'
import { AppError } from '#platform/errors.ts'
import { type DependancesDesCourriers, TAILLE_MAX_DU_COURRIER } from './dependances.ts'

type Lire = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>

/** The bytes of a piece of the perimeter, outside any transaction. */
export async function octetsDeLaPiece(
  { fichiers }: Pick<DependancesDesCourriers, 'fichiers'>,
  read: Lire,
  pieceId: string,
  maximum: number = TAILLE_MAX_DU_COURRIER,
): Promise<Buffer> {
  const { objet } = await read((tx) => obtenirPiece(tx, pieceId))
  return (await lireObjet(fichiers, objet, maximum)).octets
}

/** What a version says: its file was looked at before it was kept. `refused` when it can no longer be read. */
export function lireLettre(octets: Uint8Array): DocxReview {
  const lue = reviewDocx(octets)
  if (!lue.ok) throw new AppError('refused', { refus: 'lettre-illisible', message: lue.refusal.message })
  return lue.review
}
