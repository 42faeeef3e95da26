import { verrouillerDossier } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { oublierLEchec } from './attente.ts'
import type { contract } from './contract.ts'
import { refusDeSuspendre } from './domain/rules.ts'
import { noterLeFait } from './noter-fait.ts'
import { refuserSi } from './refuser.ts'
import { changerTache, obtenirDossierDeLaTache, verrouillerTache } from './store.ts'
import { suspendreEnBase } from './store-relances.ts'

type Op = typeof contract.suspendreLesRelances

/** Holds the chase of one request back, with a reason: nobody is written to by itself until it goes on. */
export async function suspendreLesRelances(
  ctx: Contexte,
  { id, version, motif }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, await obtenirDossierDeLaTache(ctx.tx, id), null)
  const tache = await verrouillerTache(ctx.tx, id, version)
  ctx.about({ dossierId: tache.dossierId, objectId: id })
  refuserSi(refusDeSuspendre(tache.etat, tache.relancesSuspenduesA !== null))
  await suspendreEnBase(ctx.tx, id, { a: ctx.now, par: agentDe(ctx).agentId, motif })
  await oublierLEchec(ctx.tx, tache)
  await noterLeFait(ctx, tache, 'relances-suspendues', { motif })
  return { version: await changerTache(ctx.tx, id, {}) }
}
