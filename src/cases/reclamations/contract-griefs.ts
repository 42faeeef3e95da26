import { z } from 'zod'
import { CLASSES, refus } from '#core/dossiers/contract.ts'
import { demandeFaite, demandeSaisie } from '#core/taches/contract.ts'
import { SUJETS_MAX } from '#core/taches/domain/tache.ts'
import { operationFor } from '#platform/contract.ts'
import { ligne, texte } from '#platform/texte.ts'
import { CONSTATS, GRAVITES } from './domain/griefs.ts'
import type { Permission } from './domain/permissions.ts'

const operation = operationFor<Permission>()

/** What the working pages of a complaint show above everything. */
export const enteteVue = z.object({
  id: z.uuid(),
  numero: z.string(),
  objet: z.string(),
  recuLe: z.string(),
  estClos: z.boolean(),
  classe: z.enum(CLASSES),
  services: z.array(z.object({ id: z.uuid(), nom: z.string() })),
})

const serviceVu = z.object({ id: z.uuid(), nom: z.string() }).nullable()

export const griefVu = z.object({
  id: z.uuid(),
  /** its number, from 1 */
  rang: z.int(),
  motif: z.object({
    code: z.string(),
    typologie: z.string(),
    famille: z.string().nullable(),
    libelle: z.string(),
  }),
  service: serviceVu,
  gravite: z.literal(GRAVITES),
  intitule: z.string(),
  passage: z.object({ recitId: z.uuid(), debut: z.int(), fin: z.int() }).nullable(),
  citation: z.string(),
  /** null, and the words empty, for who does not analyse */
  constat: z.enum(CONSTATS).nullable(),
  motivation: z.string(),
  reponse: z.string(),
  version: z.int(),
  retrait: z.object({ le: z.string(), par: z.string().nullable(), motif: z.string() }).nullable(),
})
export type GriefVu = z.output<typeof griefVu>

export const griefsVus = z.object({
  entete: enteteVue,
  recits: z.array(
    z.object({
      id: z.uuid(),
      rang: z.int(),
      texte: z.string(),
      creeA: z.string(),
      agent: z.string().nullable(),
    }),
  ),
  griefs: z.array(griefVu),
  retires: z.array(griefVu),
  actions: z.object({ qualifier: refus, analyser: refus }),
})
export type GriefsVus = z.output<typeof griefsVus>

const dossier = { id: z.uuid() }
const grief = { ...dossier, griefId: z.uuid(), version: z.int() }
export const effetSurGrief = z.object({ griefId: z.uuid(), version: z.int() })

const qualification = {
  motif: ligne({ max: 80, requis: 'Choisissez le motif.' }),
  serviceId: z.uuid().nullable(),
  gravite: z.literal(GRAVITES, { error: 'Choisissez la gravité.' }),
  intitule: ligne({ max: 200, requis: 'Dites le grief en quelques mots.' }),
  /** null: not about one passage of the letter */
  passage: z
    .object({
      recitId: z.uuid(),
      debut: z.int().min(0),
      fin: z.int().min(1),
      /** the very text between the two places */
      citation: texte({ min: 1, max: 200_000 }),
    })
    .nullable(),
}

export const contratDesGriefs = {
  obtenirGriefs: operation({
    method: 'GET',
    path: '/reclamations/:id/griefs',
    permission: 'reclamations.lire',
    audit: 'dossier-consulte',
    input: z.object(dossier),
    output: griefsVus,
  }),
  /** A grief with its motif, service and severity. A service not yet concerned by the dossier becomes so. */
  qualifierGrief: operation({
    method: 'POST',
    path: '/reclamations/:id/griefs',
    permission: 'reclamations.qualifier',
    audit: 'grief-qualifie',
    idempotent: true,
    input: z.object({ ...dossier, ...qualification }),
    output: effetSurGrief.extend({ rang: z.int() }),
  }),
  modifierGrief: operation({
    method: 'POST',
    path: '/reclamations/:id/griefs/modifier',
    permission: 'reclamations.qualifier',
    audit: 'grief-modifie',
    input: z.object({ ...grief, ...qualification }),
    output: effetSurGrief,
  }),
  /** The griefs that stand, in the order wanted; refused when the list is no longer theirs. */
  ordonnerGriefs: operation({
    method: 'POST',
    path: '/reclamations/:id/griefs/ordonner',
    permission: 'reclamations.qualifier',
    audit: 'griefs-ordonnes',
    input: z.object({ ...dossier, griefs: z.array(z.uuid()).max(200) }),
    output: z.object({}),
  }),
  retirerGrief: operation({
    method: 'POST',
    path: '/reclamations/:id/griefs/retirer',
    permission: 'reclamations.qualifier',
    audit: 'grief-retire',
    input: z.object({
      ...grief,
      motif: ligne({ max: 1000, requis: 'Dites pourquoi : le grief reste au dossier avec ce motif.' }),
    }),
    output: effetSurGrief,
  }),
  retablirGrief: operation({
    method: 'POST',
    path: '/reclamations/:id/griefs/retablir',
    permission: 'reclamations.qualifier',
    audit: 'grief-retabli',
    input: z.object(grief),
    output: effetSurGrief,
  }),
  /** What was found about a grief, why, and what will be said of it; a finding may be taken back. */
  constaterGrief: operation({
    method: 'POST',
    path: '/reclamations/:id/griefs/constater',
    permission: 'reclamations.analyser',
    audit: 'constat-pose',
    input: z.object({
      ...grief,
      constat: z.enum(CONSTATS).nullable(),
      motivation: texte({ max: 10_000 }),
      reponse: texte({ max: 10_000 }),
    }),
    output: effetSurGrief,
  }),
  /** Asks services about these griefs, each with its quotation; the links are shown once. */
  demanderExplications: operation({
    method: 'POST',
    path: '/reclamations/:id/explications',
    permission: 'reclamations.qualifier',
    audit: 'service-interroge',
    idempotent: true,
    secretAnswer: true,
    input: z.object({
      ...dossier,
      version: z.int(),
      demande: demandeSaisie,
      griefs: z.array(z.uuid()).max(SUJETS_MAX, { error: 'Trente griefs au plus à la fois.' }),
    }),
    output: demandeFaite,
  }),
}
