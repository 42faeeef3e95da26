import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne } from '#platform/texte.ts'

const operation = operationFor<PermissionDuSocle>()

export const signataireVu = z.object({
  id: z.uuid(),
  agentId: z.uuid().nullable(),
  agent: z.string().nullable(),
  nom: z.string(),
  qualite: z.string(),
  delegation: z.string(),
  depuis: z.string(),
  jusquAu: z.string().nullable(),
  codes: z.array(z.string()).nullable(),
  closLe: z.string().nullable(),
  estEnVigueur: z.boolean(),
})
export type SignataireVu = z.output<typeof signataireVu>

/** Who may sign, and under which delegation. */
export const contratDesSignataires = {
  listerSignataires: operation({
    method: 'GET',
    path: '/courriers/signataires',
    permission: 'courriers.consulter',
    audit: 'signataires-listes',
    input: z.object({}),
    output: z.object({
      signataires: z.array(signataireVu),
      lettres: z.array(z.object({ code: z.string(), libelle: z.string() })),
    }),
  }),
  /** A delegation is never rewritten: another one is added, and may close the one it replaces. */
  ajouterSignataire: operation({
    method: 'POST',
    path: '/courriers/signataires',
    permission: 'courriers.habiliter',
    audit: 'signataire-ajoute',
    idempotent: true,
    input: z
      .object({
        agentId: z.uuid().nullable(),
        nom: ligne({ max: 200, requis: 'Écrivez le nom tel qu’il paraît sous la signature.' }),
        qualite: ligne({ max: 200, requis: 'Écrivez la qualité telle qu’elle paraît sous la signature.' }),
        delegation: ligne({
          max: 300,
          requis: 'Donnez la référence de la décision, ou « représentant légal ».',
        }),
        depuis: jour('Indiquez depuis quand.'),
        jusquAu: jour().nullable(),
        codes: z
          .array(z.string().max(80))
          .min(1, { error: 'Choisissez au moins un courrier.' })
          .max(100)
          .nullable(),
        remplaceId: z.uuid().nullable().default(null),
      })
      .refine(({ depuis, jusquAu }) => jusquAu === null || jusquAu >= depuis, {
        path: ['jusquAu'],
        error: 'La fin précède le début.',
      }),
    output: z.object({ id: z.uuid() }),
  }),
  cloreSignataire: operation({
    method: 'POST',
    path: '/courriers/signataires/:id/clore',
    permission: 'courriers.habiliter',
    audit: 'signataire-clos',
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
}
