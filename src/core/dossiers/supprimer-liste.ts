import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { exigerDeModifierLaListe } from './exiger-de-partager.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { supprimerListeEnBase, verrouillerListe } from './store-listes-enregistrees.ts'

type Op = typeof contract.supprimerListe

/** The list goes, for everyone when it was shared; dossiers are not concerned. */
export const supprimerListe =
  (d: DependancesDesDossiers) =>
  async (ctx: Contexte, { id, version }: InputOf<Op>): Promise<OutputOf<Op>> => {
    ctx.about({ objectId: id })
    exigerDeModifierLaListe(d, ctx, await verrouillerListe(ctx.tx, id, version))
    await supprimerListeEnBase(ctx.tx, id)
    return {}
  }
