import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'

const operation = operationFor<PermissionDuSocle>()

/** What is being entered and is no dossier yet. */
export const contratDesBrouillons = {
  listerBrouillons: operation({
    method: 'GET',
    path: '/brouillons',
    permission: 'dossiers.modifier',
    audit: 'brouillons-listes',
    input: z.object({}),
    output: z.object({
      brouillons: z.array(
        z.object({
          id: z.uuid(),
          type: z.string(),
          contenu: z.record(z.string(), z.unknown()),
          modifieA: z.string(),
        }),
      ),
    }),
  }),
  /** Autosave: no version, no fact; only its agent ever sees it. */
  enregistrerBrouillon: operation({
    method: 'POST',
    path: '/brouillons/:id',
    permission: 'dossiers.modifier',
    audit: 'brouillon-enregistre',
    input: z.object({ id: z.uuid(), type: z.string().max(60), contenu: z.record(z.string(), z.unknown()) }),
    output: z.object({ modifieA: z.string() }),
  }),
  supprimerBrouillon: operation({
    method: 'POST',
    path: '/brouillons/:id/supprimer',
    permission: 'dossiers.modifier',
    audit: 'brouillon-supprime',
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
}
