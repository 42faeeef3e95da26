import { aujourdHui, enregistrerFaitSeul } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refusDeToucherUnGrief } from '../../domain/griefs.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { changerGrief, listerGriefs, numeroterGriefs, verrouillerGrief } from '../store-griefs.ts'

type Op = typeof contract.retirerGrief

/** Takes a grief out of the count, with a reason: it stays readable, and may come back. Those after it move up. */
export async function retirerGrief(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, griefId, version, motif } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: griefId })
  refuserSi(refusDInstruire(dossier.estClos))
  const grief = await verrouillerGrief(ctx.tx, { dossierId, id: griefId, version })
  refuserSi(refusDeToucherUnGrief(grief.retrait !== null))
  const nouvelle = await changerGrief(ctx.tx, griefId, {
    retireA: ctx.now,
    retirePar: agentDe(ctx).agentId,
    retraitMotif: motif,
  })
  const { griefs } = await listerGriefs(ctx.tx, dossierId)
  await numeroterGriefs(
    ctx.tx,
    dossierId,
    griefs.map((g) => g.id),
  )
  await enregistrerFaitSeul(ctx, dossierId, {
    code: 'grief-retire',
    survenuLe: aujourdHui(ctx),
    details: { griefId, precision: grief.intitule },
    motif,
  })
  return { griefId, version: nouvelle }
}
