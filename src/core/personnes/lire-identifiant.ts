import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { grouperMatricule } from './domain/nir.ts'
import { trouverMatricule } from './store-identifiants.ts'

type Op = typeof contract.lireIdentifiant

/** The whole INS or NIR of someone; the journal keeps who read whose. `not-found` when there is none. */
export async function lireIdentifiant(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  const matricule = await trouverMatricule(ctx.tx, id)
  if (matricule === null) throw new AppError('not-found')
  ctx.about({ objectId: id })
  return { matricule: grouperMatricule(matricule) }
}
