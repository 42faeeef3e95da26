import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { NATURES_DE_TACHE, NIVEAUX_DE_RELANCE } from './domain/tache.ts'

const operation = operationFor<PermissionDuSocle>()

/** What one service owes, and how it usually answers. */
export const serviceInterroge = z.object({
  /** null: people outside any structure */
  id: z.uuid().nullable(),
  nom: z.string(),
  /** the structure at the top of it; null for who has none */
  pole: z.object({ id: z.uuid(), nom: z.string() }).nullable(),
  attendues: z.int(),
  enRetard: z.int(),
  /** day of the oldest request that waits */
  plusAncienneLe: z.string().nullable(),
  /** answers of the last twelve months, and half of them came within this many days */
  repondues: z.int(),
  delaiMedian: z.number().nullable(),
})
export type ServiceInterroge = z.output<typeof serviceInterroge>

export const demandeEnCours = z.object({
  id: z.uuid(),
  dossier: z.object({ id: z.uuid(), type: z.string(), numero: z.string(), objet: z.string() }),
  nature: z.enum(NATURES_DE_TACHE),
  destinataire: z.string(),
  demandeur: z.string(),
  demandeeLe: z.string(),
  pourLe: z.string(),
  /** the last reminder made */
  relance: z.object({ niveau: z.enum(NIVEAUX_DE_RELANCE), faiteLe: z.string() }).nullable(),
  /** the next one that leaves by itself, or why none does */
  prochaine: z.object({ niveau: z.enum(NIVEAUX_DE_RELANCE), le: z.string() }).nullable(),
  empechement: z.string().nullable(),
})
export type DemandeEnCours = z.output<typeof demandeEnCours>

export const contractServices = {
  /** What each service owes and since when: the most late first. */
  listerServicesInterroges: operation({
    method: 'GET',
    path: '/services-interroges',
    permission: 'taches.consulter',
    audit: 'services-interroges-listes',
    input: z.object({}),
    output: z.object({
      services: z.array(serviceInterroge),
      /** reminders that did not leave and nobody took up again */
      aReprendre: z.int(),
    }),
  }),
  exporterServicesInterroges: operation({
    method: 'GET',
    path: '/services-interroges/export',
    permission: 'taches.consulter',
    audit: 'services-interroges-exportes',
    stream: 'download',
    input: z.object({ poleId: z.uuid().optional(), format: z.enum(['xlsx', 'csv']) }),
    output: z.object({}),
  }),
  /** The requests one service still owes an answer to: by wanted day. */
  listerDemandesEnCours: operation({
    method: 'GET',
    path: '/services-interroges/:structureId/demandes',
    permission: 'taches.consulter',
    audit: 'demandes-en-cours-listees',
    input: z.object({ structureId: z.union([z.uuid(), z.literal('aucun')]) }),
    output: z.object({ nom: z.string(), demandes: z.array(demandeEnCours), estCoupee: z.boolean() }),
  }),
}
