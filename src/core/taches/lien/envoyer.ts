import type { ContexteLibre } from '#core/journal/index.ts'
import type { PageAnswer } from '#platform/http/index.ts'
import { envoyerReponse } from '../envoyer-reponse.ts'
import { lireDemandeDuLien } from './porteur.ts'

/**
 * Sends the answer as it was read over, the only call to which the dossier is open. A second click finds it sent. Throws
 * `stale` when someone wrote meanwhile.
 */
export async function envoyerParLien(ctx: ContexteLibre): Promise<PageAnswer> {
  const { tache } = await ctx.read((tx) => lireDemandeDuLien(ctx, tx))
  const textes = await ctx.form?.read({ maxFileBytes: 0, onFile: () => Promise.resolve() })
  if (tache.etat !== 'repondue') {
    const version = Number(textes?.get('version') ?? '')
    const { principal, now } = ctx
    await ctx.write((tx) => envoyerReponse({ tx, principal, now }, tache.id, version))
  }
  return { seeOther: '' }
}
