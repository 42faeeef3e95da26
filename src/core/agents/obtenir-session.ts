import type { ActeurAgent, Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { trouverDetailsDeSession } from './authentifier.ts'
import type { contract, SessionVue } from './contract.ts'
import type { DependancesDesAgents } from './dependances.ts'
import { COOKIE_DE_SESSION } from './jetons.ts'
import { estInstallationRequise } from './store-sessions.ts'

type Op = typeof contract.obtenirSession
type Besoins = Pick<
  DependancesDesAgents,
  'permissionsDe' | 'demonstration' | 'obtenirEtablissement' | 'jourDe'
>

async function voirSession(ctx: Contexte, agent: ActeurAgent, besoins: Besoins): Promise<SessionVue> {
  const { id, nom, serviceNom, fuseau } = await besoins.obtenirEtablissement(ctx.tx)
  const session = trouverDetailsDeSession(agent)
  return {
    agentId: agent.agentId,
    nom: session?.nom ?? '',
    prenom: session?.prenom ?? '',
    fonction: session?.fonction ?? '',
    role: agent.role,
    permissions: [...besoins.permissionsDe(agent.role)],
    doitChangerMotDePasse: session?.doitChangerMotDePasse ?? false,
    etablissement: { id, nom, serviceNom, fuseau },
    aujourdHui: besoins.jourDe(ctx.now, agent.fuseau),
  }
}

/** Who is signed in, and whether the application is still to be installed. Clears a cookie that opens nothing any more. */
export function obtenirSession(besoins: Besoins) {
  return async (ctx: Contexte, _input: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { principal, tx } = ctx
    const { demonstration } = besoins
    if (principal.type === 'agent') {
      const session = await voirSession(ctx, principal, besoins)
      return { installationRequise: false, session, demonstration }
    }
    if (ctx.request.cookies[COOKIE_DE_SESSION] !== undefined) ctx.sessionCookie(null)
    return { installationRequise: await estInstallationRequise(tx), session: null, demonstration }
  }
}
