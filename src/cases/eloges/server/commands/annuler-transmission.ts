import {
  aujourdHui,
  changerDossier,
  changerEtat,
  enregistrerFait,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { eloge } from '../../domain/definition.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDAnnuler, tient } from '../../domain/transmission.ts'
import { listerTransmissions, noterAnnulation, verrouillerTransmission } from '../store-transmissions.ts'

type Op = typeof contract.annulerTransmission

/** Noted by mistake: it never happened. When no team has the praise any more, it waits again to be handed on. */
export async function annulerTransmission(
  ctx: Contexte,
  { id, version, transmissionId, motif }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  const transmission = await verrouillerTransmission(ctx.tx, { dossierId: id, id: transmissionId })
  ctx.about({ dossierId: id, objectId: transmissionId })
  refuserSi(refusDAnnuler(transmission))
  await noterAnnulation(ctx.tx, transmissionId, {
    annuleeA: ctx.now,
    annuleePar: agentDe(ctx).agentId,
    annulationMotif: motif,
  })
  await enregistrerFait(ctx, id, eloge, {
    code: 'eloge-transmission-annulee',
    survenuLe: aujourdHui(ctx),
    details: { precision: `${transmission.structureNom} : ${motif}` },
  })
  const reste = (await listerTransmissions(ctx.tx, id)).some(tient)
  if (reste || dossier.etat === 'recu') return { version: await changerDossier(ctx.tx, id, {}, ctx.now) }
  return { version: await changerEtat(ctx, id, eloge, 'recu') }
}
