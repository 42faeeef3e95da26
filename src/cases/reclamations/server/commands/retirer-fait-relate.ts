import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import {
  changerFaitRelate,
  listerFaitsRelates,
  numeroterFaitsRelates,
  verrouillerFaitRelate,
} from '../store-analyse.ts'

type Op = typeof contract.retirerFaitRelate

/** Takes a fact out of the chain; its row stays. */
export async function retirerFaitRelate(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, faitId, version } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: faitId })
  refuserSi(refusDInstruire(dossier.estClos))
  await verrouillerFaitRelate(ctx.tx, { dossierId, id: faitId, version })
  const nouvelle = await changerFaitRelate(ctx.tx, faitId, { retireA: ctx.now })
  const restants = await listerFaitsRelates(ctx.tx, dossierId)
  await numeroterFaitsRelates(
    ctx.tx,
    dossierId,
    restants.map((f) => f.id),
  )
  return { faitId, version: nouvelle }
}
