import type {
  AgentId,
  DossierId,
  EtablissementId,
  StructureId,
  TacheId,
} from '#core/journal/domain/acteur.ts'
import { type Acteur, type ActeurAgent, enTransaction } from '#core/journal/index.ts'
import type { Database } from '#platform/db/index.ts'
import type { RequestFacts } from '#platform/http/index.ts'
import { DUREE_DE_SESSION, empreinteDuCookie, PAS_DE_PROLONGATION } from './jetons.ts'
import { prolongerSession, type SessionTrouvee, trouverSession } from './store-sessions.ts'

const ANONYME = { type: 'anonyme' } as const

/** What a session says of its agent, beside the perimeter. */
export interface DetailsDeSession {
  readonly nom: string
  readonly prenom: string
  readonly fonction: string
  readonly doitChangerMotDePasse: boolean
}

/** Read by the same statement as the acteur, and gone with it. */
const details = new WeakMap<ActeurAgent, DetailsDeSession>()

/** Details of the session an acteur was authenticated by; null for an acteur made otherwise (tests, jobs). */
export const trouverDetailsDeSession = (acteur: Acteur): DetailsDeSession | null =>
  acteur.type === 'agent' ? (details.get(acteur) ?? null) : null

function acteurDe(session: SessionTrouvee): ActeurAgent {
  return {
    type: 'agent',
    agentId: session.agentId as AgentId,
    etablissementId: session.etablissementId as EtablissementId,
    role: session.role,
    services: session.services as readonly StructureId[],
    conflits: session.conflits as readonly DossierId[],
    remplacements: session.remplacements.map(({ tacheId, absent }) => ({
      tacheId: tacheId as TacheId,
      absent,
    })),
    fuseau: session.fuseau,
    calendrier: session.calendrier,
  }
}

/**
 * Who sends a request: the agent of its session cookie, or `anonyme` (no cookie, unknown, expired, inactive agent). One
 * statement; a session in use is prolonged by 12 hours, at most every 5 minutes.
 */
export function creerAuthentification(
  database: Database,
): (request: RequestFacts, maintenant: Date) => Promise<Acteur> {
  return async (request, maintenant) => {
    const empreinte = empreinteDuCookie(request)
    if (empreinte === null) return ANONYME
    const session = await enTransaction(database, ANONYME, 'read', (tx) =>
      trouverSession(tx, empreinte, maintenant),
    )
    if (session === null) return ANONYME
    if (maintenant.getTime() - session.vueA.getTime() >= PAS_DE_PROLONGATION) {
      const expireA = new Date(maintenant.getTime() + DUREE_DE_SESSION)
      await enTransaction(database, ANONYME, 'write', (tx) =>
        prolongerSession(tx, empreinte, maintenant, expireA),
      )
    }
    const acteur = acteurDe(session)
    const { nom, prenom, fonction, doitChangerMotDePasse } = session
    details.set(acteur, { nom, prenom, fonction, doitChangerMotDePasse })
    return acteur
  }
}
