import type { ActeurLien, ContexteLibre } from '#core/journal/index.ts'
import { type EtablissementEnBase, obtenirEtablissement } from '#core/structures/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { phraseDuLien } from '../domain/labels.ts'
import { listerSujets, obtenirTache, type SujetEnBase, type TacheEnBase } from '../store.ts'

/** Whoever holds the link of this call. Throws `not-found` for anyone else. */
export function auteurDuLien(ctx: Pick<ContexteLibre, 'principal' | 'about'>): ActeurLien {
  const { principal } = ctx
  if (principal.type !== 'lien-de-tache') throw new AppError('not-found')
  ctx.about({ objectId: principal.tacheId })
  return principal
}

/** Throws `refused` with whom to call when the link opens nothing any more. */
export function refuserLeLien({ situation }: ActeurLien, etablissement: EtablissementEnBase): void {
  if (situation === 'ouvert' || situation === 'repondu') return
  const message = phraseDuLien(situation, etablissement)
  throw new AppError('refused', { refus: `lien-${situation}`, message })
}

export interface DemandeDuLien {
  readonly etablissement: EtablissementEnBase
  readonly tache: TacheEnBase
  readonly sujets: readonly SujetEnBase[]
}

/** The one request of a link, and who asks. Throws `refused` when the link opens nothing any more. Three statements. */
export async function lireDemandeDuLien(
  ctx: Pick<ContexteLibre, 'principal' | 'about'>,
  tx: Tx,
): Promise<DemandeDuLien> {
  const porteur = auteurDuLien(ctx)
  const etablissement = await obtenirEtablissement(tx)
  refuserLeLien(porteur, etablissement)
  const tache = await obtenirTache(tx, porteur.tacheId)
  ctx.about({ dossierId: tache.dossierId })
  return { etablissement, tache, sujets: await listerSujets(tx, [tache.id]) }
}
