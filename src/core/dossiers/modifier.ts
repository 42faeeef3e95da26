import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { exigerServices } from './exiger-services.ts'
import { reindexer } from './reindexer.ts'
import { changerDossier, remplacerRattachements, verrouillerDossier } from './store.ts'

type Op = typeof contract.modifier

/** Saves the subject and the services. 409 `stale` carries what they are now. */
export async function modifier(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, objet } = entree
  const dossier = await verrouillerDossier(ctx.tx, id, entree.version)
  ctx.about({ dossierId: id })
  const services = await exigerServices(ctx.tx, entree.services)
  const version = await changerDossier(ctx.tx, id, { objet, services }, ctx.now)
  await remplacerRattachements(ctx.tx, id, services, dossier.recuLe)
  await reindexer(ctx.tx, id)
  return { id, version }
}
