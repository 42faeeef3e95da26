import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesAgents } from './dependances.ts'
import { cleDeLAdresse, cleDuCompte, noterEchec, oublierEchecs, prendreUnEssai } from './freinage.ts'
import { empreinteDuCookie } from './jetons.ts'
import { hacherMotDePasse, verifierMotDePasse } from './mot-de-passe.ts'
import { remplacerMotDePasse, trouverSecret } from './store.ts'
import { supprimerSessionsDe } from './store-sessions.ts'

type Op = typeof contract.changerMotDePasse

/** Changes one's own password, and ends one's sessions elsewhere. The current one is asked for, as slowly as at sign-in. */
export function changerMotDePasse({ database }: Pick<DependancesDesAgents, 'database'>) {
  return async (ctx: ContexteLibre, input: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { agentId } = agentDe(ctx)
    ctx.about({ objectId: agentId })
    const secret = await ctx.read((tx) => trouverSecret(tx, agentId))
    if (secret === null) throw new AppError('unauthenticated')
    const cles = { compte: cleDuCompte(secret.identifiant), adresse: cleDeLAdresse(ctx.request.address) }
    await prendreUnEssai(database, cles, ctx.now, async () => undefined)
    if (!(await verifierMotDePasse(secret.motDePasse, input.ancien))) {
      await noterEchec(database, cles, ctx.now)
      throw new AppError('invalid', { champs: { ancien: 'Ce n’est pas votre mot de passe actuel.' } })
    }
    if (input.nouveau.normalize('NFC') === input.ancien.normalize('NFC')) {
      throw new AppError('invalid', {
        champs: { nouveau: 'Choisissez un mot de passe différent de l’actuel.' },
      })
    }
    const empreinte = await hacherMotDePasse(input.nouveau)
    await ctx.write(async (tx) => {
      await oublierEchecs(tx, cles)
      await remplacerMotDePasse(tx, agentId, empreinte, false)
      await supprimerSessionsDe(tx, agentId, empreinteDuCookie(ctx.request))
    })
    return {}
  }
}
