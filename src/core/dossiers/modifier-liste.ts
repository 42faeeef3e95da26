import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { exigerDeModifierLaListe, exigerDePartager } from './exiger-de-partager.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { changerListe, verrouillerListe } from './store-listes-enregistrees.ts'

type Op = typeof contract.modifierListe

/** Name, filters, order, columns, sharing. Taking back someone else's shared list would hide it from who changes it. */
export const modifierListe =
  (d: DependancesDesDossiers) =>
  async (ctx: Contexte, { id, version, ...entree }: InputOf<Op>): Promise<OutputOf<Op>> => {
    ctx.about({ objectId: id, details: { partagee: entree.estPartagee } })
    const liste = await verrouillerListe(ctx.tx, id, version)
    exigerDeModifierLaListe(d, ctx, liste)
    exigerDePartager(d, ctx, entree.estPartagee)
    if (!entree.estPartagee && liste.agentId !== agentDe(ctx).agentId)
      throw new AppError('invalid', {
        champs: { estPartagee: 'Cette liste est celle d’un collègue : lui seul cesse de la partager.' },
      })
    return { version: await changerListe(ctx.tx, id, entree, ctx.now) }
  }
