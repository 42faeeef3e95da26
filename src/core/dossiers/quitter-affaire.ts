import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { sortirDeLAffaire } from './affaires.ts'
import type { contract } from './contract.ts'

type Op = typeof contract.quitterAffaire

/** Takes a dossier out of its affaire; it may come back at once. */
export async function quitterAffaire(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  const sorti = await sortirDeLAffaire(ctx, id)
  ctx.about({ dossierId: id, objectId: sorti.affaireId })
  return sorti
}
