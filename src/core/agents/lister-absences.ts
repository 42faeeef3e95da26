import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { AbsenceVue } from './contract-absences.ts'
import type { DependancesDesAgents } from './dependances.ts'
import { familleDe } from './domain/absence.ts'
import { PERMISSIONS_DU_SOCLE } from './domain/permissions.ts'
import { nomsDesAgents } from './noms-des-agents.ts'
import {
  type AbsenceEnBase,
  type AgentActif,
  listerAbsencesDepuis,
  listerAgentsActifs,
} from './store-absences.ts'

type Op = typeof contract.listerAbsences

/** Past ones shown, in days: enough to see that one has just ended. */
const JOURS_PASSES = 14

function etatDe({ du, au }: AbsenceEnBase, jour: string): AbsenceVue['etat'] {
  if (au < jour) return 'finie'
  return du > jour ? 'a-venir' : 'en-cours'
}

const peutRemplacer = (un: AgentActif, agent: AgentActif): boolean =>
  un.id !== agent.id && familleDe(un.role) === familleDe(agent.role)

/** Absences the reader may see, and whose they may enter. Three statements. */
export const listerAbsences =
  ({ jourDe }: Pick<DependancesDesAgents, 'jourDe'>) =>
  async (ctx: Contexte, _entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { agentId, role, fuseau } = agentDe(ctx)
    const jour = jourDe(ctx.now, fuseau)
    const depuis = jourDe(new Date(ctx.now.getTime() - JOURS_PASSES * 86_400_000), fuseau)
    const absences = await listerAbsencesDepuis(ctx.tx, depuis)
    const noms = await nomsDesAgents(
      ctx.tx,
      absences.flatMap((a) => [a.agentId, a.remplacantId]),
    )
    const nomme = (id: string) => ({ id, nom: noms.get(id) ?? '' })
    const tous: readonly string[] = PERMISSIONS_DU_SOCLE['agents.tenir-les-absences']
    const tientTout = tous.includes(role)
    const actifs = await listerAgentsActifs(ctx.tx)
    return {
      absences: absences.map((a) => ({
        id: a.id,
        agent: nomme(a.agentId),
        remplacant: nomme(a.remplacantId),
        du: a.du,
        au: a.au,
        etat: etatDe(a, jour),
        peutAnnuler: a.au >= jour && (tientTout || a.agentId === agentId),
      })),
      agents: actifs
        .filter(({ id }) => tientTout || id === agentId)
        .map((agent) => ({
          id: agent.id,
          nom: agent.nom,
          remplacants: actifs.filter((un) => peutRemplacer(un, agent)).map(({ id, nom }) => ({ id, nom })),
        })),
    }
  }
