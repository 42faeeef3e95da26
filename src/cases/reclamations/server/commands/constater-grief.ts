import { aujourdHui, enregistrerFaitSeul } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { estEntierementConstate, refusDeConstater, refusDeToucherUnGrief } from '../../domain/griefs.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { changerGrief, listerGriefs, verrouillerGrief } from '../store-griefs.ts'

type Op = typeof contract.constaterGrief

/** What was found, why, and the words for the person. The timeline says when the last grief receives its finding. */
export async function constaterGrief(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, griefId, version, constat, motivation, reponse } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: griefId, details: { constat } })
  refuserSi(refusDInstruire(dossier.estClos))
  const grief = await verrouillerGrief(ctx.tx, { dossierId, id: griefId, version })
  refuserSi(refusDeToucherUnGrief(grief.retrait !== null))
  refuserSi(refusDeConstater(constat, motivation), 'motivation')
  const nouvelle = await changerGrief(ctx.tx, griefId, { constat, motivation, reponse })
  if (grief.constat === null && estEntierementConstate((await listerGriefs(ctx.tx, dossierId)).griefs))
    await enregistrerFaitSeul(ctx, dossierId, { code: 'constats-poses', survenuLe: aujourdHui(ctx) })
  return { griefId, version: nouvelle }
}
