import { verrouillerDossier } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { suivreLAttente } from './attente.ts'
import type { contract } from './contract.ts'
import { refusSiFinie } from './domain/rules.ts'
import { indexerTache } from './indexer-tache.ts'
import { noterLeFait } from './noter-fait.ts'
import { refuserSi } from './refuser.ts'
import { changerTache, obtenirDossierDeLaTache, obtenirTache, verrouillerTache } from './store.ts'

type Op = typeof contract.annuler

/** Waits no longer for an answer, with a reason. Its links say so to whoever opens them. */
export async function annuler(ctx: Contexte, { id, version, motif }: InputOf<Op>): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, await obtenirDossierDeLaTache(ctx.tx, id), null)
  const tache = await verrouillerTache(ctx.tx, id, version)
  ctx.about({ dossierId: tache.dossierId, objectId: id })
  refuserSi(refusSiFinie(tache.etat))
  const nouvelle = await changerTache(ctx.tx, id, {
    etat: 'annulee',
    annuleeA: ctx.now,
    annuleePar: agentDe(ctx).agentId,
    annulationMotif: motif,
  })
  const annulee = await obtenirTache(ctx.tx, id)
  await suivreLAttente(ctx.tx, annulee)
  await indexerTache(ctx.tx, annulee)
  await noterLeFait(ctx, tache, 'tache-annulee', { motif })
  return { version: nouvelle }
}
