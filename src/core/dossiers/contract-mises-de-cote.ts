import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne } from '#platform/texte.ts'

const operation = operationFor<PermissionDuSocle>()

export const miseDeCoteVue = z.object({ jusquAu: z.string(), motif: z.string() })

/** A dossier an agent does not want to see before a day. One's own affair: nothing of the dossier changes. */
export const contratDesMisesDeCote = {
  mettreDeCote: operation({
    method: 'POST',
    path: '/dossiers/:id/mise-de-cote',
    permission: 'dossiers.modifier',
    audit: 'dossier-mis-de-cote',
    input: z.object({ id: z.uuid(), jusquAu: jour(), motif: ligne({ max: 200 }).default('') }),
    output: z.object({}),
  }),
  leverMiseDeCote: operation({
    method: 'POST',
    path: '/dossiers/:id/mise-de-cote/lever',
    permission: 'dossiers.modifier',
    audit: 'mise-de-cote-levee',
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
}
