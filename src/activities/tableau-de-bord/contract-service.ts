import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { NATURES_DE_TACHE } from '#core/taches/domain/tache.ts'
import { operationFor } from '#platform/contract.ts'

const operation = operationFor<PermissionDuSocle>()

/** A request to one's services, waiting or answered. */
const demande = z.object({
  id: z.uuid(),
  nature: z.enum(NATURES_DE_TACHE),
  objet: z.string(),
  structure: z.string(),
  points: z.int(),
  demandeur: z.string(),
  demandeeLe: z.string(),
  pourLe: z.string(),
  repondueA: z.string().nullable(),
  /** who is away, when it is theirs to answer */
  aLaPlaceDe: z.string().nullable(),
})

export const accueilDuServiceVu = z.object({
  aujourdHui: z.string(),
  /** explanations to give and conclusions to read: the most late first */
  aRepondre: z.array(demande),
  repondues: z.array(demande),
  /** praises to pass on to the team */
  eloges: z.array(
    z.object({
      id: z.uuid(),
      dossierId: z.uuid(),
      numero: z.string(),
      structure: z.string(),
      texte: z.string(),
      transmiseLe: z.string(),
    }),
  ),
  /** what the service promised to change, by day */
  mesures: z.array(
    z.object({
      id: z.uuid(),
      dossierId: z.uuid(),
      numero: z.string(),
      structure: z.string(),
      intitule: z.string(),
      pourLe: z.string().nullable(),
    }),
  ),
})
export type AccueilDuServiceVu = z.output<typeof accueilDuServiceVu>
export type DemandeDuService = AccueilDuServiceVu['aRepondre'][number]

export const contractService = {
  /** The home of who answers for services: what is owed, and nothing that is not theirs. */
  obtenirAccueilDuService: operation({
    method: 'GET',
    path: '/accueil-du-service',
    permission: 'taches.repondre',
    audit: 'accueil-consulte',
    input: z.object({}),
    output: accueilDuServiceVu,
  }),
}
