import { trouverDetailsDeSession } from '#core/agents/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { type BrouillonLu, lireBrouillon } from './brouillon.ts'
import type { contract } from './contract.ts'
import { obtenirTache, type TacheEnBase } from './store.ts'
import { lireDetails, vueCommune } from './vues.ts'

type Op = typeof contract.obtenirRecue

/** Whom a request is answered in place of, or null. */
export const absentDe = (ctx: Pick<Contexte, 'principal'>, tacheId: string): string | null =>
  agentDe(ctx).remplacements?.find((r) => r.tacheId === tacheId)?.absent ?? null

/** A request asked of one of the agent's own services, or answered in place of someone. Throws `not-found` for any other. */
export async function obtenirSaTache(
  ctx: Pick<Contexte, 'principal' | 'about'>,
  tx: Tx,
  id: string,
): Promise<TacheEnBase> {
  const { services } = agentDe(ctx)
  const tache = await obtenirTache(tx, id)
  const estSienne = services.some((service) => service === tache.structureId)
  if (!estSienne && absentDe(ctx, id) === null) throw new AppError('not-found')
  ctx.about({ dossierId: tache.dossierId, objectId: id })
  return tache
}

/** Signed in, one answers under one's own name, whoever the request was addressed to. */
function sousSonNom(ctx: Contexte, brouillon: BrouillonLu): BrouillonLu {
  const session = trouverDetailsDeSession(ctx.principal)
  if (brouillon.version > 0 || session === null) return brouillon
  const fonction = session.fonction === '' ? brouillon.fonction : session.fonction
  return { ...brouillon, nom: `${session.prenom} ${session.nom}`.trim(), fonction }
}

/** A request as the service asked sees it, with the draft of its answer. Four statements. */
export async function obtenirRecue(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  const tache = await obtenirSaTache(ctx, ctx.tx, id)
  const vue = vueCommune(tache, await lireDetails(ctx.tx, [tache]))
  const brouillon = sousSonNom(ctx, await lireBrouillon(ctx.tx, tache))
  const aLaPlaceDe = absentDe(ctx, id)
  return {
    ...vue,
    aLaPlaceDe,
    brouillon: { ...brouillon, modifieA: brouillon.modifieA?.toISOString() ?? null },
  }
}
