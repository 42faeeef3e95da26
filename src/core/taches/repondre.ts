import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { envoyerReponse } from './envoyer-reponse.ts'
import { obtenirSaTache } from './obtenir-recue.ts'

type Op = typeof contract.repondre

/** Sends the answer of one's service, signed in. */
export async function repondre(ctx: Contexte, { id, version }: InputOf<Op>): Promise<OutputOf<Op>> {
  await obtenirSaTache(ctx, ctx.tx, id)
  const tache = await envoyerReponse(ctx, id, { version, pieces: null })
  return { repondueA: (tache.repondueA ?? ctx.now).toISOString() }
}
