import { z } from 'zod'
import { protectionSaisie, refus, troncVu } from '#core/dossiers/contract.ts'
import { personneChoisie } from '#core/personnes/contract.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { texte } from '#platform/texte.ts'
import { REFUS } from './domain/labels.ts'
import {
  CANAUX_DE_CONTACT,
  ETATS_DE_SUITE,
  ISSUES,
  MOTIFS,
  NATURES_DE_SUITE,
  ORIENTATIONS,
} from './domain/model.ts'
import type { Permission } from './domain/permissions.ts'
import { refusDHeure } from './domain/rules.ts'

const operation = operationFor<Permission>()

const cible = { id: z.uuid(), version: z.int() }
const effet = z.object({ id: z.uuid(), version: z.int() })

/** A clock time, or empty. */
const heure = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, { error: 'Cette heure n’existe pas.' })

const quand = { pourLe: jour('Indiquez le jour.'), heure }

/** A call back or an appointment, as promised. */
export const suiteSaisie = z
  .object({
    ...quand,
    nature: z.enum(NATURES_DE_SUITE),
    dureeMinutes: z.int().min(5).max(480),
    avec: texte({ max: 200 }),
    lieu: texte({ max: 200 }),
    telephone: texte({ max: 30 }),
    /** who calls back or receives; null: whoever writes it down */
    agentId: z.uuid().nullable(),
  })
  .refine(({ nature, heure: a }) => refusDHeure(nature, a) === null, {
    error: REFUS['heure-requise'],
    path: ['heure'],
  })
export type SuiteSaisie = z.output<typeof suiteSaisie>

export const suiteVue = z.object({
  id: z.uuid(),
  nature: z.enum(NATURES_DE_SUITE),
  pourLe: z.string(),
  heure: z.string(),
  dureeMinutes: z.int(),
  avec: z.string(),
  lieu: z.string(),
  telephone: z.string(),
  agent: z.object({ id: z.uuid(), nom: z.string() }),
  etat: z.enum(ETATS_DE_SUITE),
  note: z.string(),
  finieA: z.string().nullable(),
})
export type SuiteVue = z.output<typeof suiteVue>

/** Twenty seconds: how, who, why, a few words. The rest has a default. */
export const saisie = z.object({
  canal: z.enum(CANAUX_DE_CONTACT, { error: 'Choisissez le canal.' }),
  motif: z.enum(MOTIFS, { error: 'Choisissez un motif.' }),
  recuLe: jour('Indiquez le jour.'),
  heure,
  /** null when the person did not say who they are */
  personne: personneChoisie.nullable(),
  note: texte({ max: 20_000 }),
  services: z.array(z.uuid()).max(50),
  orientation: z.enum(ORIENTATIONS).nullable(),
  orientationPrecision: texte({ max: 500 }),
  dureeMinutes: z.int().min(1).max(480).nullable(),
  suite: suiteSaisie.nullable(),
  /** nothing is left to do */
  clore: z.boolean(),
  brouillonId: z.uuid().nullable(),
  /** sensitive from the start, and why */
  protection: protectionSaisie.nullable().default(null),
})
export type Saisie = z.output<typeof saisie>

export const contactVu = z.object({
  tronc: troncVu,
  canal: z.enum(CANAUX_DE_CONTACT),
  motif: z.enum(MOTIFS),
  orientation: z.enum(ORIENTATIONS).nullable(),
  orientationPrecision: z.string(),
  dureeMinutes: z.int().nullable(),
  /** those to come first, then what became of the others */
  suites: z.array(suiteVue),
  actions: z.object({ modifier: refus, prevoir: refus, terminer: refus, transformer: refus }),
})
export type ContactVu = z.output<typeof contactVu>

export const precedentVu = z.object({
  id: z.uuid(),
  type: z.string(),
  numero: z.string(),
  objet: z.string(),
  libelleEtat: z.string(),
  estClos: z.boolean(),
  recuLe: z.string(),
})
export type PrecedentVu = z.output<typeof precedentVu>

export const contract = {
  enregistrer: operation({
    method: 'POST',
    path: '/contacts',
    permission: 'contacts.enregistrer',
    audit: 'contact-enregistre',
    idempotent: true,
    input: saisie,
    output: z.object({ id: z.uuid(), numero: z.string(), estClos: z.boolean() }),
  }),
  obtenir: operation({
    method: 'GET',
    path: '/contacts/:id',
    permission: 'contacts.lire',
    audit: 'dossier-consulte',
    input: z.object({ id: z.uuid() }),
    output: contactVu,
  }),
  /** The last dossiers of people found while typing, each person apart: homonyms are never put together. */
  listerPrecedents: operation({
    method: 'POST',
    path: '/contacts/precedents',
    permission: 'contacts.enregistrer',
    audit: 'precedents-listes',
    readOnly: true,
    input: z.object({ personnes: z.array(z.uuid()).max(10) }),
    output: z.object({
      precedents: z.array(z.object({ personneId: z.uuid(), dossiers: z.array(precedentVu) })),
    }),
  }),
  /** The motive and where the person was sent, when they were not the right ones. */
  modifier: operation({
    method: 'POST',
    path: '/contacts/:id/modifier',
    permission: 'contacts.suivre',
    audit: 'contact-modifie',
    input: z.object({
      ...cible,
      motif: z.enum(MOTIFS, { error: 'Choisissez un motif.' }),
      orientation: z.enum(ORIENTATIONS).nullable(),
      orientationPrecision: texte({ max: 500 }),
    }),
    output: effet,
  }),
  prevoir: operation({
    method: 'POST',
    path: '/contacts/:id/suites',
    permission: 'contacts.suivre',
    audit: 'suite-prevue',
    input: z.object({ ...cible, suite: suiteSaisie }),
    output: effet.extend({ suiteId: z.uuid() }),
  }),
  /** What became of a promise: kept, without answer, missed, cancelled; and another attempt when that makes sense. */
  terminer: operation({
    method: 'POST',
    path: '/contacts/:id/suites/terminer',
    permission: 'contacts.suivre',
    audit: 'suite-terminee',
    input: z.object({
      ...cible,
      suiteId: z.uuid(),
      issue: z.enum(ISSUES, { error: 'Dites ce qu’il en est.' }),
      note: texte({ max: 2000 }),
      /** the day of another attempt, the rest unchanged */
      nouvelle: z.object(quand).nullable(),
      /** nothing else is left to do */
      clore: z.boolean(),
    }),
    output: effet,
  }),
  /** An appointment as a calendar file (RFC 5545): its number, its hour and its place, nothing of what was said. */
  telechargerRendezVous: operation({
    method: 'GET',
    path: '/contacts/:id/suites/:suiteId/calendrier',
    permission: 'contacts.lire',
    audit: 'rendez-vous-telecharge',
    stream: 'download',
    input: z.object({ id: z.uuid(), suiteId: z.uuid() }),
    output: z.object({}),
  }),
}
