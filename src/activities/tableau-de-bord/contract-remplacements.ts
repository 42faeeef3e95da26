import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { ligneDeDossier } from '#core/dossiers/contract.ts'
import { operationFor } from '#platform/contract.ts'

const operation = operationFor<PermissionDuSocle>()

/** Someone the reader stands in for, and what that person follows. */
export const remplacementVu = z.object({
  agentId: z.uuid(),
  nom: z.string(),
  au: z.string(),
  /** open ones, the most urgent first; the rest is in the list */
  dossiers: z.array(ligneDeDossier),
  estCoupe: z.boolean(),
})
export type RemplacementVu = z.output<typeof remplacementVu>

export const contractRemplacements = {
  /** The home of who stands in for a colleague: assignments stay what they are. */
  listerRemplacements: operation({
    method: 'GET',
    path: '/accueil/remplacements',
    permission: 'dossiers.assigner',
    audit: 'accueil-consulte',
    input: z.object({}),
    output: z.object({ remplacements: z.array(remplacementVu) }),
  }),
}
