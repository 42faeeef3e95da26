import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refusDOrdonnerLesFaits } from '../../domain/analyse.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { listerFaitsRelates, numeroterFaitsRelates } from '../store-analyse.ts'

type Op = typeof contract.ordonnerFaitsRelates

/** Puts the chain of events in the order wanted. */
export async function ordonnerFaitsRelates(ctx: Contexte, { id, faits }: InputOf<Op>): Promise<OutputOf<Op>> {
  const dossier = await verrouillerReclamation(ctx.tx, id)
  ctx.about({ dossierId: id })
  refuserSi(refusDInstruire(dossier.estClos))
  const actuels = await listerFaitsRelates(ctx.tx, id)
  refuserSi(
    refusDOrdonnerLesFaits(
      actuels.map((f) => f.id),
      faits,
    ),
  )
  await numeroterFaitsRelates(ctx.tx, id, faits)
  return {}
}
