import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'

const operation = operationFor<PermissionDuSocle>()

const nomme = z.object({ id: z.uuid(), nom: z.string() })

export const absenceVue = z.object({
  id: z.uuid(),
  agent: nomme,
  remplacant: nomme,
  du: z.string(),
  au: z.string(),
  etat: z.enum(['a-venir', 'en-cours', 'finie']),
  /** the reader may take it back */
  peutAnnuler: z.boolean(),
})
export type AbsenceVue = z.output<typeof absenceVue>

export const contractAbsences = {
  /** One's own absences and those one stands in for; everyone's for who runs the department. */
  listerAbsences: operation({
    method: 'GET',
    path: '/absences',
    permission: 'agents.declarer-une-absence',
    audit: 'absences-listees',
    input: z.object({}),
    output: z.object({
      absences: z.array(absenceVue),
      /** whose absence the reader may enter, with who may stand in for each */
      agents: z.array(nomme.extend({ remplacants: z.array(nomme) })),
    }),
  }),
  declarerAbsence: operation({
    method: 'POST',
    path: '/absences',
    permission: 'agents.declarer-une-absence',
    audit: 'absence-declaree',
    idempotent: true,
    input: z.object({
      agentId: z.uuid({ error: 'Choisissez la personne absente.' }),
      remplacantId: z.uuid({ error: 'Choisissez qui la remplace.' }),
      du: jour('Choisissez le premier jour.'),
      au: jour('Choisissez le dernier jour.'),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  /** Back earlier, or not gone: nobody stands in any more. */
  annulerAbsence: operation({
    method: 'POST',
    path: '/absences/:id/annuler',
    permission: 'agents.declarer-une-absence',
    audit: 'absence-annulee',
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
}
