import { listerElogesARemettre } from '#cases/eloges/index.ts'
import { listerMesuresARealiser } from '#cases/reclamations/index.ts'
import { aujourdHui } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import { listerDemandesDuRepondant } from '#core/taches/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'

type Op = typeof contract.obtenirAccueilDuService

const DEMANDES = 60
const REPONDUES = 8
const ELOGES = 10
const MESURES = 20

/** What the reader's services owe, and what they gave. Four statements, whatever the number of dossiers. */
export async function obtenirAccueilDuService(ctx: Contexte): Promise<OutputOf<Op>> {
  const { services } = agentDe(ctx)
  const demandes = await listerDemandesDuRepondant(ctx, DEMANDES)
  return {
    aujourdHui: aujourdHui(ctx),
    aRepondre: demandes.filter(({ repondueA }) => repondueA === null),
    repondues: demandes.filter(({ repondueA }) => repondueA !== null).slice(0, REPONDUES),
    eloges: await listerElogesARemettre(ctx.tx, services, ELOGES),
    mesures: await listerMesuresARealiser(ctx.tx, services, MESURES),
  }
}
