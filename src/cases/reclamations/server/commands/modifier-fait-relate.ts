import { aujourdHui } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refusDeRelater } from '../../domain/analyse.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { changerFaitRelate, verrouillerFaitRelate } from '../store-analyse.ts'
import { exigerService } from './exiger-service.ts'

type Op = typeof contract.modifierFaitRelate

/** Corrects a fact of the chain, or adds what the service says of it. It keeps its place. */
export async function modifierFaitRelate(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, faitId, version, ...fait } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: faitId })
  refuserSi(refusDInstruire(dossier.estClos))
  await verrouillerFaitRelate(ctx.tx, { dossierId, id: faitId, version })
  refuserSi(refusDeRelater(fait, aujourdHui(ctx)))
  await exigerService(ctx.tx, fait.serviceId, 'serviceId')
  return { faitId, version: await changerFaitRelate(ctx.tx, faitId, fait) }
}
