import type { Contexte, Role } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { PERMISSIONS_DU_SOCLE } from './domain/permissions.ts'
import { listerActifs } from './store.ts'

type Op = typeof contract.listerCollegues

/** Active agents: those a dossier can be given to, allowed to work on it, and the others who see some. Two statements. */
export async function listerCollegues(ctx: Contexte, _input: InputOf<Op>): Promise<OutputOf<Op>> {
  const travaillent: readonly Role[] = PERMISSIONS_DU_SOCLE['dossiers.modifier']
  const lisent = PERMISSIONS_DU_SOCLE['dossiers.consulter'].filter((role) => !travaillent.includes(role))
  return {
    collegues: await listerActifs(ctx.tx, travaillent),
    autres: await listerActifs(ctx.tx, lisent),
  }
}
