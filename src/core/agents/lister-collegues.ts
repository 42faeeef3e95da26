import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { PERMISSIONS_DU_SOCLE } from './domain/permissions.ts'
import { listerActifs } from './store.ts'

type Op = typeof contract.listerCollegues

/** Those a dossier can be given to: active, and allowed to work on it. */
export async function listerCollegues(ctx: Contexte, _input: InputOf<Op>): Promise<OutputOf<Op>> {
  return { collegues: await listerActifs(ctx.tx, PERMISSIONS_DU_SOCLE['dossiers.modifier']) }
}
