import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { exigerDePartager } from './exiger-de-partager.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { insererListe } from './store-listes-enregistrees.ts'

type Op = typeof contract.enregistrerListe

/** Keeps a list under a name. Refused when shared by who does not belong to the department. */
export const enregistrerListe =
  (d: DependancesDesDossiers) =>
  async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { agentId, etablissementId } = agentDe(ctx)
    exigerDePartager(d, ctx, entree.estPartagee)
    const id = uuidv7(ctx.now.getTime())
    ctx.about({ objectId: id, details: { partagee: entree.estPartagee } })
    await insererListe(ctx.tx, { ...entree, id, agentId, etablissementId }, ctx.now)
    return { id }
  }
