import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'

const operation = operationFor<PermissionDuSocle>()

/** One deadline as a screen shows it: sentences first, then the days counted. */
export const echeanceVue = z.object({
  code: z.string(),
  faitId: z.uuid(),
  libelle: z.string(),
  article: z.string(),
  etat: z.enum(['ouverte', 'suspendue', 'tenue', 'neutralisee', 'sans-objet']),
  situation: z.enum(['a-venir', 'proche', 'depassee', 'close']),
  limiteLe: z.string().nullable(),
  limiteA: z.string().nullable(),
  cibleLe: z.string().nullable(),
  tenueLe: z.string().nullable(),
  aConfirmer: z.boolean(),
  /** one sentence: what, before when, under which article */
  phrase: z.string(),
  /** « Pourquoi cette date ? »: sentences, in reading order */
  explication: z.array(z.string()),
  /** days counted or skipped, for the small calendar; long delays give their milestones only */
  jours: z.array(
    z.object({ jour: z.string(), compte: z.boolean(), rang: z.int().nullable(), motif: z.string() }),
  ),
})
export type EcheanceVue = z.output<typeof echeanceVue>

export const contract = {
  listerReglages: operation({
    method: 'GET',
    path: '/reglages/echeances',
    permission: 'echeances.consulter',
    audit: 'reglages-listes',
    input: z.object({}),
    output: z.object({
      reglages: z.array(
        z.object({
          code: z.string(),
          libelle: z.string(),
          unite: z.enum(['jour-calendaire', 'jour-ouvre', 'heure', 'activation']),
          famille: z.enum(['echeances', 'demandes']),
          valeur: z.int(),
          valeurParDefaut: z.int(),
          modifieA: z.string().nullable(),
        }),
      ),
    }),
  }),
  regler: operation({
    method: 'POST',
    path: '/reglages/echeances',
    permission: 'echeances.regler',
    audit: 'reglage-modifie',
    input: z.object({
      code: z.string().max(80),
      valeur: z.int({ error: 'Indiquez un nombre entier.' }).min(0).max(3650),
    }),
    output: z.object({ code: z.string(), valeur: z.int() }),
  }),
}
