import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { ligneDeDossier } from '#core/dossiers/contract.ts'
import { operationFor } from '#platform/contract.ts'

const operation = operationFor<PermissionDuSocle>()

/** One line of the home: a dossier, what to do about it, and why now. */
export const ligneAFaire = z.object({
  dossier: ligneDeDossier,
  motif: z.enum(['depassee', 'aujourd-hui', 'proche', 'nouveau']),
  titre: z.string(),
  explication: z.string(),
})

export const accueilVu = z.object({
  aujourdHui: z.string(),
  /** open dossiers of the perimeter; each figure opens the list behind it and stops counting at 1 000 */
  compteurs: z.object({ enRetard: z.int(), aujourdHui: z.int(), ouverts: z.int(), nonAssignes: z.int() }),
  plafond: z.int(),
  aFaire: z.array(ligneAFaire),
  enAttente: z.array(ligneDeDossier),
  brouillons: z.int(),
})
export type AccueilVu = z.output<typeof accueilVu>

export const contract = {
  obtenirAccueil: operation({
    method: 'GET',
    path: '/accueil',
    permission: 'dossiers.consulter',
    audit: 'accueil-consulte',
    input: z.object({}),
    output: accueilVu,
  }),
}
