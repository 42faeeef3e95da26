import { verrouillerDossier } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { refusDeReprendre } from './domain/rules.ts'
import { noterLeFait } from './noter-fait.ts'
import { refuserSi } from './refuser.ts'
import { changerTache, obtenirDossierDeLaTache, verrouillerTache } from './store.ts'
import { suspendreEnBase } from './store-relances.ts'

type Op = typeof contract.reprendreLesRelances

/** Lets the chase of one request go on: a step whose day passed meanwhile leaves at the next turn. */
export async function reprendreLesRelances(
  ctx: Contexte,
  { id, version }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, await obtenirDossierDeLaTache(ctx.tx, id), null)
  const tache = await verrouillerTache(ctx.tx, id, version)
  ctx.about({ dossierId: tache.dossierId, objectId: id })
  refuserSi(refusDeReprendre(tache.etat, tache.relancesSuspenduesA !== null))
  await suspendreEnBase(ctx.tx, id, null)
  await noterLeFait(ctx, tache, 'relances-reprises')
  return { version: await changerTache(ctx.tx, id, {}) }
}
