import { changerDossier, verrouillerDossier } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDePrevoir } from '../../domain/rules.ts'
import { obtenirContact } from '../store.ts'
import { inscrireSuite, suivreSuites } from './inscrire-suite.ts'

type Op = typeof contract.prevoir

/** Promises a call back or an appointment: the dossier waits for it. */
export async function prevoir(ctx: Contexte, { id, version, suite }: InputOf<Op>): Promise<OutputOf<Op>> {
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  await obtenirContact(ctx.tx, id)
  ctx.about({ dossierId: id })
  refuserSi(refusDePrevoir(dossier.estClos))
  const { suiteId } = await inscrireSuite(ctx, dossier, suite, 'suite.')
  await suivreSuites(ctx, dossier)
  return { id, suiteId, version: await changerDossier(ctx.tx, id, {}, ctx.now) }
}
