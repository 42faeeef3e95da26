import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { empreinteDuCookie } from './jetons.ts'
import { supprimerSession } from './store-sessions.ts'

type Op = typeof contract.fermerSession

/** Ends the session of this browser; the agent's other ones go on. */
export async function fermerSession(ctx: Contexte, _input: InputOf<Op>): Promise<OutputOf<Op>> {
  const empreinte = empreinteDuCookie(ctx.request)
  if (empreinte !== null) await supprimerSession(ctx.tx, empreinte)
  ctx.sessionCookie(null)
  return {}
}
