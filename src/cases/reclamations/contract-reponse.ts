import { z } from 'zod'
import { CANAUX_DE_COURRIER } from '#core/courriers/contract.ts'
import { demandeFaite, demandeSaisie } from '#core/taches/contract.ts'
import { SUJETS_MAX } from '#core/taches/domain/tache.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import type { Permission } from './domain/permissions.ts'

const operation = operationFor<Permission>()

const cible = { id: z.uuid(), version: z.int() }
const effet = z.object({ id: z.uuid(), version: z.int() })

/** Why an action is refused, with what exactly is lacking when the code does not say it. */
export const refusMotive = z.object({ code: z.string(), phrase: z.string().optional() }).nullable()

export const contratDeLaReponse = {
  /** Merges the answer, grief by grief; refused while one lacks a finding or a reply, saying which (CSP R1112-92). */
  preparerReponse: operation({
    method: 'POST',
    path: '/reclamations/:id/preparer-reponse',
    permission: 'reclamations.repondre',
    audit: 'reponse-preparee',
    input: z.object({
      ...cible,
      canal: z.enum(CANAUX_DE_COURRIER),
      /** to whom, when the complaint has several authors */
      destinataireId: z.uuid().nullable().default(null),
      /** whose name it bears, when several may sign it */
      signataireId: z.uuid().nullable().default(null),
      /** those the letter tells the person */
      mesures: z.array(z.uuid()).max(100),
      /** pieces sent with it */
      pieces: z.array(z.uuid()).max(200),
      avecVoiesDeRecours: z.boolean(),
    }),
    output: effet.extend({ courrierId: z.uuid(), pieceId: z.uuid() }),
  }),
  /** An answer written and sent outside the application, for a file begun elsewhere: its copy stays in the dossier. */
  noterReponse: operation({
    method: 'POST',
    path: '/reclamations/:id/noter-reponse',
    permission: 'reclamations.repondre',
    audit: 'reponse-notee',
    input: z.object({
      ...cible,
      envoyeeLe: jour('Indiquez la date d’envoi.'),
      /** deposits: the copy of what left */
      pieces: z.array(z.uuid()).min(1, { error: 'Déposez la copie de la réponse partie.' }).max(20),
    }),
    output: effet,
  }),
  /** Refused while the answer has not left, or a grief lacks a finding or a reply, saying which. */
  clore: operation({
    method: 'POST',
    path: '/reclamations/:id/clore',
    permission: 'reclamations.clore',
    audit: 'reclamation-close',
    input: z.object(cible),
    output: effet,
  }),
  /** Each service reads what was concluded on its own griefs, and what changes; its confirmation comes back. */
  restituer: operation({
    method: 'POST',
    path: '/reclamations/:id/restituer',
    permission: 'reclamations.analyser',
    audit: 'conclusions-transmises',
    idempotent: true,
    secretAnswer: true,
    input: z.object({
      ...cible,
      demande: demandeSaisie,
      griefs: z.array(z.uuid()).max(SUJETS_MAX - 1, { error: 'Vingt-neuf griefs au plus à la fois.' }),
    }),
    output: demandeFaite,
  }),
}
