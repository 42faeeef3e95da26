import type { ContexteLibre } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { cleDuCompte, oublierEchecs } from './freinage.ts'
import { hacherMotDePasse } from './mot-de-passe.ts'
import { remplacerMotDePasse } from './store.ts'
import { supprimerSessionsDe } from './store-sessions.ts'

type Op = typeof contract.reinitialiserMotDePasse

/** Gives an agent a password to be changed at the next sign-in, ends all their sessions and forgives their failures. */
export async function reinitialiserMotDePasse(ctx: ContexteLibre, input: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id } = input
  ctx.about({ objectId: id })
  const empreinte = await hacherMotDePasse(input.motDePasse)
  await ctx.write(async (tx) => {
    const identifiant = await remplacerMotDePasse(tx, id, empreinte, true)
    if (identifiant === null) throw new AppError('not-found')
    await supprimerSessionsDe(tx, id)
    await oublierEchecs(tx, { compte: cleDuCompte(identifiant) })
  })
  return {}
}
