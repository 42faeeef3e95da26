import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { avancer, verrouillerCourrier } from './ouvrir-courrier.ts'
import { prevenirLAbonne } from './prevenir-abonne.ts'
import { refuserSi } from './refuser.ts'
import { envoiDebout, modeDe } from './situation.ts'
import { conclureEnvoi } from './store-envois.ts'

type Op = typeof contract.constaterEnvoi

/** An agent found out what became of a doubtful sending: it left, on the day of the attempt, or it did not. */
export const constaterEnvoi =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const ouvert = await verrouillerCourrier(ctx, d, entree, 'constater')
    const { courrier, dossier } = ouvert
    const { estParti } = entree
    ctx.about({ dossierId: dossier.id, objectId: courrier.id, details: { estParti } })
    const envoi = envoiDebout(courrier)
    if (envoi === null) return refuserSi('rien-a-verifier')
    const { agentId, fuseau } = agentDe(ctx)
    const envoyeLe = estParti ? jourDe(new Date(envoi.tenteA), fuseau) : null
    await conclureEnvoi(
      ctx.tx,
      { id: envoi.id, courrierId: courrier.id },
      {
        etat: estParti ? 'envoye' : 'non-parti',
        envoyeLe,
        raison: envoi.raison,
        decideA: ctx.now,
        decidePar: agentId,
      },
    )
    if (envoyeLe !== null)
      await prevenirLAbonne(ctx, d, ouvert, { envoiId: envoi.id, mode: modeDe(envoi.mode), envoyeLe })
    return avancer(ctx, d, ouvert)
  }
