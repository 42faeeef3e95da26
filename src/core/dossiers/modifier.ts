import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { exigerServices } from './exiger-services.ts'
import { reindexer } from './reindexer.ts'
import { changerDossier, remplacerRattachements, verrouillerDossier } from './store.ts'

type Op = typeof contract.modifier

/** The order in which services were chosen says nothing. */
const sontLesMemes = (avant: readonly string[], apres: readonly string[]): boolean =>
  avant.length === apres.length && apres.every((id) => avant.includes(id))

/** Saves the subject and the services. 409 `stale` carries what they are now. */
export async function modifier(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, objet } = entree
  const dossier = await verrouillerDossier(ctx.tx, id, entree.version)
  ctx.about({ dossierId: id })
  const services = await exigerServices(ctx.tx, entree.services)
  const version = await changerDossier(ctx.tx, id, { objet, services }, ctx.now)
  if (!sontLesMemes(dossier.services, services)) {
    await remplacerRattachements(ctx.tx, id, services, dossier.recuLe)
    await enregistrerFaitSeul(ctx, id, {
      code: 'services-modifies',
      survenuLe: aujourdHui(ctx),
      details: { avant: dossier.services, apres: services },
    })
  }
  await reindexer(ctx.tx, id)
  return { id, version }
}
