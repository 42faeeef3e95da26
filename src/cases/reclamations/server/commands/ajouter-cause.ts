import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from '../../contract.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { insererCause } from '../store-analyse.ts'
import { exigerGrief } from './exiger-grief.ts'

type Op = typeof contract.ajouterCause

/** Notes a cause, of one grief or of the dossier as a whole. */
export async function ajouterCause(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, griefId, famille, description } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  const id = uuidv7(ctx.now.getTime())
  ctx.about({ dossierId, objectId: id, details: { famille } })
  refuserSi(refusDInstruire(dossier.estClos))
  await exigerGrief(ctx.tx, dossierId, griefId)
  await insererCause(ctx.tx, { id, dossierId, griefId, famille, description, creeA: ctx.now })
  return { causeId: id, version: 1 }
}
