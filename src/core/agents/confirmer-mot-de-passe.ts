import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { DependancesDesAgents } from './dependances.ts'
import { cleDeLAdresse, cleDuCompte, noterEchec, oublierEchecs, prendreUnEssai } from './freinage.ts'
import { verifierMotDePasse } from './mot-de-passe.ts'
import { trouverSecret } from './store.ts'

/**
 * Asks the signed-in agent for the password again before a weighty act, as slowly as at sign-in. Beside `motDePasse` when it
 * is wrong; `too-many` after too many tries. Gives what forgets the failures, to run in the transaction of the act.
 */
export async function confirmerMotDePasse(
  { database }: Pick<DependancesDesAgents, 'database'>,
  ctx: ContexteLibre,
  motDePasse: string,
): Promise<(tx: Tx) => Promise<void>> {
  const { agentId } = agentDe(ctx)
  const secret = await ctx.read((tx) => trouverSecret(tx, agentId))
  if (secret === null) throw new AppError('unauthenticated')
  const cles = { compte: cleDuCompte(secret.identifiant), adresse: cleDeLAdresse(ctx.request.address) }
  await prendreUnEssai(database, cles, ctx.now, async () => undefined)
  if (!(await verifierMotDePasse(secret.motDePasse, motDePasse))) {
    await noterEchec(database, cles, ctx.now)
    throw new AppError('invalid', { champs: { motDePasse: 'Ce n’est pas votre mot de passe.' } })
  }
  return (tx) => oublierEchecs(tx, cles)
}
