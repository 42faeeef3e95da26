import type { ContexteLibre } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { PageAnswer } from '#platform/http/index.ts'
import { lireBrouillon } from '../brouillon.ts'
import { ecartAvec, envoyerReponse, type ReponseRelue } from '../envoyer-reponse.ts'
import { lireDemandeDuLien } from './porteur.ts'
import { relectureDe } from './relire.ts'

/** What the page that was read over carried. Without its list of pieces, it showed none. */
function relueDe(textes: ReadonlyMap<string, string>): ReponseRelue {
  const pieces = (textes.get('pieces') ?? '').split(' ').filter((id) => id !== '')
  return { version: Number(textes.get('version') ?? ''), pieces }
}

/** The page to read over again when what it showed moved; null when it may leave. */
async function aRelire(ctx: ContexteLibre, tx: Tx, relue: ReponseRelue): Promise<PageAnswer | null> {
  const lue = await lireDemandeDuLien(ctx, tx)
  if (lue.tache.etat !== 'demandee') return null
  const { version } = await lireBrouillon(tx, lue.tache)
  const ecart = await ecartAvec(tx, relue, { tacheId: lue.tache.id, version })
  return ecart === null ? null : relectureDe(tx, lue, ecart)
}

/**
 * Sends the answer as it was read over, the only call to which the dossier is open. A second click finds it sent. When its
 * text or its files changed since, it is shown again; throws `stale` when that happens at the same instant.
 */
export async function envoyerParLien(ctx: ContexteLibre): Promise<PageAnswer> {
  const { tache } = await ctx.read((tx) => lireDemandeDuLien(ctx, tx))
  const textes = await ctx.form?.read({ maxFileBytes: 0, onFile: () => Promise.resolve() })
  if (tache.etat === 'repondue') return { seeOther: '' }
  const relue = relueDe(textes ?? new Map())
  const page = await ctx.read((tx) => aRelire(ctx, tx, relue))
  if (page !== null) return page
  const { principal, now } = ctx
  await ctx.write((tx) => envoyerReponse({ tx, principal, now }, tache.id, relue))
  return { seeOther: '' }
}
