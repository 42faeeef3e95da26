import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { changerDossier, supprimerLien, verrouillerDossier } from './store.ts'

type Op = typeof contract.delier

/** Removes a link, from whichever end it is seen. */
export async function delier(ctx: Contexte, { id, version, versId }: InputOf<Op>): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, id, version)
  ctx.about({ dossierId: id, objectId: versId })
  await supprimerLien(ctx.tx, id, versId)
  return { id, version: await changerDossier(ctx.tx, id, {}, ctx.now) }
}
