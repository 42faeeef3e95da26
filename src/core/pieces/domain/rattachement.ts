import type { RefusDesPieces } from './labels.ts'

/** What deciding needs to know of a piece. */
export interface PieceARattacher {
  readonly id: string
  readonly dossierId: string | null
  readonly deposeePar: string | null
  readonly pieceMereId: string | null
}

/** A piece joins a dossier when it is a deposit of the one who asks, or is there already. */
export function refusDeRattacher(
  piece: PieceARattacher | undefined,
  dossierId: string,
  agentId: string | null,
): { readonly code: RefusDesPieces } | null {
  if (piece === undefined) return { code: 'piece-indisponible' }
  if (piece.dossierId === dossierId) return null
  if (piece.dossierId !== null) return { code: 'piece-d-un-autre-dossier' }
  return piece.deposeePar === agentId ? null : { code: 'piece-indisponible' }
}

/** Pieces of `choisies` whose message stays out of the dossier: their link to it would point outside. */
export function piecesADetacher(
  choisies: readonly PieceARattacher[],
  dossierId: string,
): readonly PieceARattacher[] {
  const presentes = new Set(choisies.map(({ id }) => id))
  return choisies.filter(
    ({ pieceMereId, dossierId: actuel }) =>
      actuel !== dossierId && pieceMereId !== null && !presentes.has(pieceMereId),
  )
}
