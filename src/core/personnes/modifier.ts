import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesPersonnes } from './dependances.ts'
import { exigerNaissancePassee } from './exiger-naissance.ts'
import { changerPersonne, verrouillerPersonne } from './store.ts'
import { versPersonneVue } from './vers-personne-vue.ts'

type Op = typeof contract.modifier

/** Corrects a person. Throws `stale`, with what it is now, when someone was faster. */
export function modifier(d: DependancesDesPersonnes) {
  return async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { id, version, ...saisie } = entree
    await exigerNaissancePassee(ctx.tx, ctx, saisie.neeLe, 'neeLe')
    const avant = await verrouillerPersonne(ctx.tx, id)
    if (avant === null) throw new AppError('not-found')
    ctx.about({ objectId: id })
    if (avant.version !== version) throw new AppError('stale', { actuel: versPersonneVue(avant) })
    const nouvelle = await changerPersonne(ctx.tx, id, saisie)
    await d.personneCorrigee(ctx.tx, id, avant, saisie)
    return { version: nouvelle }
  }
}
