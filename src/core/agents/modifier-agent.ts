import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { REFUS_DES_AGENTS } from './domain/labels.ts'
import { champsAPreciser, refusDeModifierAgent } from './domain/refus.ts'
import { type ConnaitreLesServices, exigerServices } from './exiger-services.ts'
import { changerAgent, verrouillerAdministrateurs, verrouillerAgent } from './store.ts'
import { supprimerSessionsDe } from './store-sessions.ts'

type Op = typeof contract.modifierAgent

/** Changes an account, its role and perimeter; a deactivated agent is signed out at once. */
export function modifierAgent(besoins: ConnaitreLesServices) {
  return async (ctx: Contexte, input: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { tx } = ctx
    const { id, version, ...saisie } = input
    ctx.about({ objectId: id, details: { role: saisie.role, estActif: saisie.estActif } })
    const champs = champsAPreciser(saisie)
    if (champs !== null) throw new AppError('invalid', { champs })
    const services = await exigerServices(besoins, tx, saisie.services)
    const administrateurs = await verrouillerAdministrateurs(tx)
    const agent = await verrouillerAgent(tx, id)
    if (agent === null) throw new AppError('not-found')
    if (agent.version !== version) throw new AppError('stale', { actuel: agent })
    const autres = administrateurs.filter((autre) => autre !== id).length
    const refus = refusDeModifierAgent(agent, saisie, autres)
    if (refus !== null)
      throw new AppError('refused', { refus: refus.code, message: REFUS_DES_AGENTS[refus.code] })
    const nouvelle = await changerAgent(tx, id, { ...saisie, services })
    if (!saisie.estActif) await supprimerSessionsDe(tx, id)
    return { id, version: nouvelle }
  }
}
