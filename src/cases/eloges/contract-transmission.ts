import { z } from 'zod'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'
import { ACCORDS, FORMES_D_ACCORD } from './domain/accord.ts'
import type { Permission } from './domain/permissions.ts'
import { ENVOIS } from './domain/transmission.ts'

const operation = operationFor<Permission>()

const refus = z.object({ code: z.string(), message: z.string() }).nullable()

/** One team a praise went to, as whoever may see it does. */
export const transmissionVue = z.object({
  id: z.uuid(),
  structure: z.object({ id: z.uuid(), nom: z.string() }),
  a: z.object({ nom: z.string(), courriel: z.string() }),
  le: z.string(),
  envoi: z.enum(ENVOIS),
  /** why it did not leave, or may not have; empty otherwise */
  raison: z.string(),
  estNommee: z.boolean(),
  remiseLe: z.string().nullable(),
  annulation: z.object({ a: z.string(), motif: z.string() }).nullable(),
  refusDAnnuler: refus,
  refusDeRemettre: refus,
})
export type TransmissionVue = z.output<typeof transmissionVue>

/** What the department needs to hand a praise on; null for whoever may not. */
export const aTransmettre = z.object({
  accord: z.enum(ACCORDS),
  forme: z.enum(FORMES_D_ACCORD).nullable(),
  accordLe: z.string().nullable(),
  /** the name the team will read; empty: the author is not named */
  signature: z.string(),
  auteur: z.string(),
  /** the words proposed, names masked when the author is not named */
  texte: z.string(),
  /** the teams thanked, and who answers for each */
  equipes: z.array(
    z.object({
      id: z.uuid(),
      nom: z.string(),
      repondants: z.array(z.object({ nom: z.string(), courriel: z.string() })),
    }),
  ),
  courrielIndisponible: z.string().nullable(),
})
export type ATransmettre = z.output<typeof aTransmettre>

const courriel = z.union([z.literal(''), z.email({ error: 'Cette adresse électronique n’est pas valide.' })])

/** Two civil days, in order. */
const periode = z
  .object({ du: jour('Choisissez le premier jour.'), au: jour('Choisissez le dernier jour.') })
  .refine(({ du, au }) => du <= au, { path: ['au'], error: 'Le dernier jour vient après le premier.' })

const compte = z.object({ recus: z.int(), transmis: z.int() })

export const contractTransmission = {
  noterAccord: operation({
    method: 'POST',
    path: '/eloges/:id/accord',
    permission: 'eloges.transmettre',
    audit: 'accord-d-eloge-note',
    input: z.object({
      id: z.uuid(),
      version: z.int(),
      accord: z.enum(ACCORDS),
      /** how it was given; only when it was */
      forme: z.enum(FORMES_D_ACCORD).nullable(),
      le: jour('Indiquez le jour.').nullable(),
    }),
    output: z.object({ version: z.int() }),
  }),
  /** Hands the praise on to teams: by e-mail with its sheet, or noted as handed over otherwise. */
  transmettre: operation({
    method: 'POST',
    path: '/eloges/:id/transmettre',
    permission: 'eloges.transmettre',
    audit: 'eloge-transmis',
    input: z.object({
      id: z.uuid(),
      version: z.int(),
      texte: texte({ min: 1, max: 50_000, requis: 'Écrivez ce que l’équipe lira.' }),
      destinataires: z
        .array(
          z.object({
            structureId: z.uuid(),
            nom: texte({ max: 200 }),
            courriel,
            parCourriel: z.boolean(),
          }),
        )
        .min(1, { error: 'Choisissez au moins une équipe.' })
        .max(10, { error: 'Dix équipes au plus à la fois.' }),
    }),
    output: z.object({
      version: z.int(),
      envois: z.array(
        z.object({ structure: z.string(), envoi: z.enum(ENVOIS), raison: z.string().nullable() }),
      ),
    }),
  }),
  annulerTransmission: operation({
    method: 'POST',
    path: '/eloges/:id/transmissions/:transmissionId/annuler',
    permission: 'eloges.transmettre',
    audit: 'transmission-d-eloge-annulee',
    input: z.object({
      id: z.uuid(),
      version: z.int(),
      transmissionId: z.uuid(),
      motif: ligne({ max: 1000, requis: 'Dites pourquoi : ce motif reste au dossier.' }),
    }),
    output: z.object({ version: z.int() }),
  }),
  /** The head of the service says that the team has it. */
  remettre: operation({
    method: 'POST',
    path: '/eloges/:id/transmissions/:transmissionId/remettre',
    permission: 'eloges.remettre',
    audit: 'eloge-remis',
    input: z.object({ id: z.uuid(), transmissionId: z.uuid() }),
    output: z.object({ remiseLe: z.string() }),
  }),
  /** The sheet to put on the wall: of one transmission, or of what would be handed on. */
  imprimerFiche: operation({
    method: 'GET',
    path: '/eloges/:id/fiche',
    permission: 'eloges.lire',
    audit: 'fiche-d-eloge-imprimee',
    stream: 'download',
    input: z.object({ id: z.uuid(), transmissionId: z.uuid().optional() }),
    output: z.object({}),
  }),
  /** How many came over a period, by service and by pôle. */
  compter: operation({
    method: 'GET',
    path: '/eloges-comptes',
    permission: 'eloges.compter',
    audit: 'eloges-comptes',
    input: periode,
    output: z.object({
      total: compte,
      /** those that thank no service in particular */
      sansService: compte,
      poles: z.array(
        compte.extend({
          id: z.uuid(),
          nom: z.string(),
          services: z.array(compte.extend({ id: z.uuid(), nom: z.string() })),
        }),
      ),
    }),
  }),
  exporterLesComptes: operation({
    method: 'GET',
    path: '/eloges-comptes/export',
    permission: 'eloges.compter',
    audit: 'eloges-exportes',
    stream: 'download',
    input: periode.safeExtend({ format: z.enum(['xlsx', 'csv']) }),
    output: z.object({}),
  }),
}
