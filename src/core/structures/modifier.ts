import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { changerStructure } from './store.ts'

type Op = typeof contract.modifier

/** Renames, closes or reopens a structure: never removed, old dossiers name it. The last write wins. */
export async function modifier(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { fuseau } = agentDe(ctx)
  ctx.about({ objectId: entree.id, details: { estFermee: entree.estFermee } })
  if (!(await changerStructure(ctx.tx, entree, { a: ctx.now, fuseau }))) throw new AppError('not-found')
  return { id: entree.id }
}
