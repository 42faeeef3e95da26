import type { DossierId } from '#core/journal/domain/acteur.ts'
import { agentDe, type ContexteLibre, enTransaction } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { envoyerReponse } from './envoyer-reponse.ts'
import { absentDe, obtenirSaTache } from './obtenir-recue.ts'

type Op = typeof contract.repondre

/**
 * Sends the answer of one's service, signed in. In place of someone, the dossier of that request is open for this call and no
 * other, as it is to who holds its link.
 */
export const repondre =
  ({ database }: Pick<DependancesDesTaches, 'database'>) =>
  async (ctx: ContexteLibre, { id, version }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { dossierId } = await ctx.read((tx) => obtenirSaTache(ctx, tx, id))
    const relue = { version, pieces: null }
    const agent = agentDe(ctx)
    const tache =
      absentDe(ctx, id) === null
        ? await ctx.write((tx) => envoyerReponse({ ...ctx, tx }, id, relue))
        : await enTransaction(database, { ...agent, dossierId: dossierId as DossierId }, 'write', (tx) =>
            envoyerReponse({ tx, principal: agent, now: ctx.now }, id, relue, { parUnRemplacant: true }),
          )
    return { repondueA: (tache.repondueA ?? ctx.now).toISOString() }
  }
