import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import type { DependancesDesAgents } from './dependances.ts'
import { refusDAbsence } from './domain/absence.ts'
import { REFUS_DES_ABSENCES } from './domain/labels.ts'
import { PERMISSIONS_DU_SOCLE } from './domain/permissions.ts'
import {
  insererAbsence,
  listerAbsencesDe,
  listerAgentsActifs,
  verrouillerAbsences,
} from './store-absences.ts'

type Op = typeof contract.declarerAbsence

const UN_AN_MS = 365 * 86_400_000

/** Enters an absence: one's own, or anyone's for who runs the department. It ends by itself. */
export const declarerAbsence =
  ({ jourDe }: Pick<DependancesDesAgents, 'jourDe'>) =>
  async (ctx: Contexte, saisie: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { agentId: par, role, etablissementId, fuseau } = agentDe(ctx)
    const { agentId, remplacantId, du, au } = saisie
    ctx.about({ objectId: agentId, details: { remplacant: remplacantId, du, au } })
    const tiennent: readonly string[] = PERMISSIONS_DU_SOCLE['agents.tenir-les-absences']
    if (agentId !== par && !tiennent.includes(role)) throw new AppError('forbidden')
    await verrouillerAbsences(ctx.tx, [agentId, remplacantId])
    const actifs = await listerAgentsActifs(ctx.tx)
    const agent = actifs.find(({ id }) => id === agentId)
    if (agent === undefined) throw new AppError('not-found')
    const refus = refusDAbsence(saisie, {
      aujourdHui: jourDe(ctx.now, fuseau),
      dansUnAn: jourDe(new Date(ctx.now.getTime() + UN_AN_MS), fuseau),
      agent,
      remplacant: actifs.find(({ id }) => id === remplacantId) ?? null,
      autres: await listerAbsencesDe(ctx.tx, [agentId, remplacantId]),
    })
    if (refus !== null)
      throw new AppError('invalid', { champs: { [refus.champ]: REFUS_DES_ABSENCES[refus.code] } })
    const id = uuidv7(ctx.now.getTime())
    await insererAbsence(ctx.tx, {
      ...{ id, etablissementId, agentId, remplacantId, du, au },
      ...{ creeA: ctx.now, creePar: par },
    })
    return { id }
  }
