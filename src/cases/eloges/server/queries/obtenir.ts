import { type DependancesDesDossiers, lireTronc } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import { listerPieces } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { obtenirCanal } from '../store.ts'

type Op = typeof contract.obtenir

export function obtenir(dossiers: DependancesDesDossiers) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const canal = await obtenirCanal(ctx.tx, id)
    const { tronc } = await lireTronc(ctx, dossiers, id)
    return { tronc, canal, pieces: await listerPieces(ctx.tx, id) }
  }
}
