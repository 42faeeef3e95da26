import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { garderBrouillon } from './brouillon.ts'
import type { contract } from './contract.ts'
import { refusSiFinie } from './domain/rules.ts'
import { obtenirSaTache } from './obtenir-recue.ts'
import { refuserSi } from './refuser.ts'
import { listerSujets, verrouillerTache } from './store.ts'

type Op = typeof contract.garderLeBrouillon

/** Keeps the answer in preparation of a service. 409 `stale`, with what is kept, when a colleague wrote meanwhile. */
export async function garderLeBrouillon(ctx: Contexte, { id, ...ecrit }: InputOf<Op>): Promise<OutputOf<Op>> {
  await obtenirSaTache(ctx, ctx.tx, id)
  // Locked: an answer sent at the same instant would leave this text where nobody reads it.
  refuserSi(refusSiFinie((await verrouillerTache(ctx.tx, id, null)).etat))
  const sujets = await listerSujets(ctx.tx, [id])
  const garde = await garderBrouillon(ctx.tx, { id, sujets }, ecrit, ctx.now)
  if (garde.conflit === null) return { version: garde.version, modifieA: garde.modifieA.toISOString() }
  const { modifieA, ...autre } = garde.conflit
  throw new AppError('stale', {
    message: 'Quelqu’un de votre service a écrit dans cette réponse entre-temps.',
    actuel: { ...autre, modifieA: modifieA.toISOString() },
  })
}
