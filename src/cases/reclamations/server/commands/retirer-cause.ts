import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { retirerCauseEnBase } from '../store-analyse.ts'

type Op = typeof contract.retirerCause

/** Takes a cause back; its row stays. */
export async function retirerCause(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, causeId, version } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: causeId })
  refuserSi(refusDInstruire(dossier.estClos))
  const nouvelle = await retirerCauseEnBase(ctx.tx, { dossierId, id: causeId, version }, ctx.now)
  return { causeId, version: nouvelle }
}
