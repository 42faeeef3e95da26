import type { ContexteLibre } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import type { DependancesDesPieces } from './dependances.ts'
import { REFUS_DES_PIECES } from './domain/labels.ts'
import { listerObjetsReferences, supprimerPieces, verrouillerAvecJointes } from './store.ts'

/**
 * Withdraws a deposit and, for a message, its attachments. The row carries the wrapped key: once it is gone the bytes
 * are unreadable, even if their removal fails and is left to the sweep.
 */
export const retirerDepot =
  (d: DependancesDesPieces) =>
  async (ctx: ContexteLibre, input: { id: string }): Promise<Record<string, never>> => {
    ctx.about({ objectId: input.id })
    const objets = await ctx.write(async (tx) => {
      const lignes = await verrouillerAvecJointes(tx, [input.id])
      const piece = lignes.find(({ id }) => id === input.id)
      if (piece === undefined) throw new AppError('not-found')
      if (lignes.some(({ dossierId }) => dossierId !== null)) {
        throw new AppError('refused', { refus: 'piece-versee', message: REFUS_DES_PIECES['piece-versee'] })
      }
      await supprimerPieces(
        tx,
        lignes.map(({ id }) => id),
      )
      const cles = lignes.map(({ objetCle }) => objetCle)
      const gardees = await listerObjetsReferences(tx, cles)
      return cles.filter((cle) => !gardees.includes(cle))
    })
    for (const cle of objets) await d.fichiers.remove(cle)
    return {}
  }
