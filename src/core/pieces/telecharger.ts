import type { ContexteLibre } from '#core/journal/index.ts'
import type { Download } from '#platform/http/index.ts'
import type { DependancesDesPieces } from './dependances.ts'
import { obtenirPiece } from './obtenir.ts'
import { ouvrirObjet } from './ouvrir.ts'

/** The exact bytes under the original name, always as an attachment. */
export const telecharger =
  (d: DependancesDesPieces) =>
  async (ctx: ContexteLibre, input: { id: string }): Promise<Download> => {
    ctx.about({ objectId: input.id })
    const piece = await ctx.read((tx) => obtenirPiece(tx, input.id))
    if (piece.dossierId !== null) ctx.about({ dossierId: piece.dossierId })
    const content = await ouvrirObjet(d.fichiers, piece.objet)
    return { content, type: piece.type, fileName: piece.nom, inline: false, size: piece.taille }
  }
