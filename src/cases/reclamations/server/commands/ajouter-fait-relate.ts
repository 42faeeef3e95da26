import { aujourdHui } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from '../../contract.ts'
import { rangDuFait, refusDeRelater } from '../../domain/analyse.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { insererFaitRelate, listerFaitsRelates } from '../store-analyse.ts'
import { exigerService } from './exiger-service.ts'

type Op = typeof contract.ajouterFaitRelate

/** Adds a fact to the chain of events, at its place by its day. */
export async function ajouterFaitRelate(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, ...fait } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  const id = uuidv7(ctx.now.getTime())
  ctx.about({ dossierId, objectId: id })
  refuserSi(refusDInstruire(dossier.estClos))
  refuserSi(refusDeRelater(fait, aujourdHui(ctx)))
  await exigerService(ctx.tx, fait.serviceId, 'serviceId')
  const rang = rangDuFait(await listerFaitsRelates(ctx.tx, dossierId), fait.survenuLe)
  await insererFaitRelate(ctx.tx, { id, dossierId, rang, ...fait })
  return { faitId: id, version: 1 }
}
