import { aujourdHui, enregistrerFait, verrouillerDossier } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { eloge } from '../../domain/definition.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeRemettre } from '../../domain/transmission.ts'
import { noterRemise, verrouillerTransmission } from '../store-transmissions.ts'

type Op = typeof contract.remettre

/** The head of the service passed it on to the team: it leaves what is to be done, and the department sees when. */
export async function remettre(ctx: Contexte, { id, transmissionId }: InputOf<Op>): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, id, null)
  const transmission = await verrouillerTransmission(ctx.tx, { dossierId: id, id: transmissionId })
  ctx.about({ dossierId: id, objectId: transmissionId })
  refuserSi(refusDeRemettre(transmission))
  const remiseLe = aujourdHui(ctx)
  await noterRemise(ctx.tx, transmissionId, { remiseLe, remiseA: ctx.now, remisePar: agentDe(ctx).agentId })
  await enregistrerFait(ctx, id, eloge, {
    code: 'eloge-remis',
    survenuLe: remiseLe,
    details: { precision: transmission.structureNom },
  })
  return { remiseLe }
}
