import type { ContexteLibre } from '#core/journal/index.ts'
import { listerPiecesDesTaches, retirerDeLaTache } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { obtenirSaTache } from './obtenir-recue.ts'
import { verrouillerTache } from './store.ts'
import { sansTache } from './vues.ts'

type Op = typeof contract.retirerUnePiece

/** Takes a file out of the answer of one's service, before it is sent. Nothing happens when it is no longer there. */
export const retirerUnePiece =
  (d: DependancesDesTaches) =>
  async (ctx: ContexteLibre, { id, pieceId }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { objet, pieces } = await ctx.write(async (tx) => {
      await obtenirSaTache(ctx, tx, id)
      // Locked: what is being sent is what was read over.
      await verrouillerTache(tx, id, null)
      const cle = await retirerDeLaTache(tx, id, pieceId)
      return { objet: cle, pieces: (await listerPiecesDesTaches(tx, [id])).map(sansTache) }
    })
    // The row carried the key: the bytes are unreadable already.
    if (objet !== null) await d.fichiers.remove(objet)
    return { pieces }
  }
