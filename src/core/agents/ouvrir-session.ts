import type { ContexteLibre } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesAgents } from './dependances.ts'
import { identifiantCanonique } from './domain/identifiant.ts'
import { cleDeLAdresse, cleDuCompte, noterEchec, oublierEchecs, prendreUnEssai } from './freinage.ts'
import { DUREE_DE_SESSION, empreinteDe, empreinteDuCookie, nouveauJeton } from './jetons.ts'
import { verifierMotDePasse } from './mot-de-passe.ts'
import { inscrireSession, supprimerSession, trouverCompte, trouverSession } from './store-sessions.ts'

type Op = typeof contract.ouvrirSession

/** One sentence for an unknown login, a wrong password and a closed account: nothing tells which logins exist. */
const ECHEC = 'Identifiant ou mot de passe incorrect.'

/** Signs an agent in: a new token at each sign-in, the session that the browser held before is ended. */
export function ouvrirSession({ database }: Pick<DependancesDesAgents, 'database'>) {
  return async (ctx: ContexteLibre, input: InputOf<Op>): Promise<OutputOf<Op>> => {
    const identifiant = identifiantCanonique(input.identifiant)
    const cles = { compte: cleDuCompte(identifiant), adresse: cleDeLAdresse(ctx.request.address) }
    const compte = await prendreUnEssai(database, cles, ctx.now, (tx) => trouverCompte(tx, identifiant))
    if (compte !== null) ctx.about({ objectId: compte.agentId })
    const estLeSien = await verifierMotDePasse(compte?.motDePasse ?? null, input.motDePasse)
    if (compte === null || !compte.estActif || !estLeSien) {
      await noterEchec(database, cles, ctx.now)
      throw new AppError('unauthenticated', { message: ECHEC })
    }
    const jeton = nouveauJeton()
    const doitChangerMotDePasse = await ctx.write(async (tx) => {
      await oublierEchecs(tx, cles)
      const ancienne = empreinteDuCookie(ctx.request)
      if (ancienne !== null) await supprimerSession(tx, ancienne)
      const empreinte = empreinteDe(jeton)
      const expireA = new Date(ctx.now.getTime() + DUREE_DE_SESSION)
      await inscrireSession(tx, { empreinte, agentId: compte.agentId, ouverteA: ctx.now, expireA })
      return (await trouverSession(tx, empreinte, ctx.now))?.doitChangerMotDePasse ?? false
    })
    ctx.sessionCookie(jeton, DUREE_DE_SESSION / 1000)
    return { doitChangerMotDePasse }
  }
}
