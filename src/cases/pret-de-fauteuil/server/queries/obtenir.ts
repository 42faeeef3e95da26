import { type DependancesDesDossiers, lireTronc } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { obtenirPropre } from '../store.ts'

type Op = typeof contract.obtenir

export function obtenir(dossiers: DependancesDesDossiers) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const propre = await obtenirPropre(ctx.tx, id)
    const { tronc } = await lireTronc(ctx, dossiers, id)
    return { tronc, ...propre }
  }
}
