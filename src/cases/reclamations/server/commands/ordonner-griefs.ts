import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refusDOrdonner } from '../../domain/griefs.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { listerGriefs, numeroterGriefs } from '../store-griefs.ts'

type Op = typeof contract.ordonnerGriefs

/** Numbers the griefs that stand in the order wanted. */
export async function ordonnerGriefs(ctx: Contexte, { id, griefs }: InputOf<Op>): Promise<OutputOf<Op>> {
  const dossier = await verrouillerReclamation(ctx.tx, id)
  ctx.about({ dossierId: id })
  refuserSi(refusDInstruire(dossier.estClos))
  const actuels = (await listerGriefs(ctx.tx, id)).griefs.map((g) => g.id)
  refuserSi(refusDOrdonner(actuels, griefs))
  await numeroterGriefs(ctx.tx, id, griefs)
  return {}
}
