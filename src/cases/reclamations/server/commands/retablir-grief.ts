import { aujourdHui, enregistrerFaitSeul } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refusDeRetablir } from '../../domain/griefs.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { changerGrief, listerGriefs, numeroterGriefs, verrouillerGrief } from '../store-griefs.ts'

type Op = typeof contract.retablirGrief

/** Puts a withdrawn grief back where it was, or last when the list is shorter since. */
export async function retablirGrief(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, griefId, version } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: griefId })
  refuserSi(refusDInstruire(dossier.estClos))
  const grief = await verrouillerGrief(ctx.tx, { dossierId, id: griefId, version })
  refuserSi(refusDeRetablir(grief.retrait !== null))
  const nouvelle = await changerGrief(ctx.tx, griefId, {
    retireA: null,
    retirePar: null,
    retraitMotif: null,
  })
  const autres = (await listerGriefs(ctx.tx, dossierId)).griefs.map((g) => g.id).filter((g) => g !== griefId)
  await numeroterGriefs(ctx.tx, dossierId, autres.toSpliced(grief.rang - 1, 0, griefId))
  await enregistrerFaitSeul(ctx, dossierId, {
    code: 'grief-retabli',
    survenuLe: aujourdHui(ctx),
    details: { griefId, precision: grief.intitule },
  })
  return { griefId, version: nouvelle }
}
