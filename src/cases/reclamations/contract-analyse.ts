import { z } from 'zod'
import { refus } from '#core/dossiers/contract.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'
import { enteteVue, griefVu } from './contract-griefs.ts'
import { FAMILLES_DE_CAUSE, NATURES_DE_MESURE } from './domain/analyse.ts'
import type { Permission } from './domain/permissions.ts'

const operation = operationFor<Permission>()

const serviceVu = z.object({ id: z.uuid(), nom: z.string() }).nullable()

export const faitRelateVu = z.object({
  id: z.uuid(),
  rang: z.int(),
  survenuLe: z.string().nullable(),
  heure: z.string(),
  vecu: z.string(),
  service: serviceVu,
  versionDuService: z.string(),
  version: z.int(),
})
export type FaitRelateVu = z.output<typeof faitRelateVu>

export const causeVue = z.object({
  id: z.uuid(),
  /** null: of the dossier as a whole */
  griefId: z.uuid().nullable(),
  famille: z.enum(FAMILLES_DE_CAUSE),
  description: z.string(),
  version: z.int(),
})
export type CauseVue = z.output<typeof causeVue>

export const mesureVue = z.object({
  id: z.uuid(),
  griefId: z.uuid().nullable(),
  nature: z.enum(NATURES_DE_MESURE),
  intitule: z.string(),
  responsable: z.string(),
  structure: serviceVu,
  agent: serviceVu,
  pourLe: z.string().nullable(),
  faiteLe: z.string().nullable(),
  abandonneeLe: z.string().nullable(),
  abandonMotif: z.string().nullable(),
  version: z.int(),
})
export type MesureVue = z.output<typeof mesureVue>

export const analyseVue = z.object({
  entete: enteteVue,
  griefs: z.array(griefVu),
  faits: z.array(faitRelateVu),
  causes: z.array(causeVue),
  mesures: z.array(mesureVue),
  /** `suivre`: a measure lives on after the closing */
  actions: z.object({ analyser: refus, suivre: refus }),
})
export type AnalyseVue = z.output<typeof analyseVue>

const dossier = { id: z.uuid() }
const faitRelate = { ...dossier, faitId: z.uuid(), version: z.int() }
const mesure = { ...dossier, mesureId: z.uuid(), version: z.int() }
const effetSurFait = z.object({ faitId: z.uuid(), version: z.int() })
const effetSurMesure = z.object({ mesureId: z.uuid(), version: z.int() })

const faitSaisi = {
  survenuLe: jour().nullable(),
  heure: texte({ max: 60 }),
  vecu: ligne({ max: 5000, requis: 'Dites ce que la personne a vécu.' }),
  serviceId: z.uuid().nullable(),
  versionDuService: texte({ max: 5000 }),
}

const mesureSaisie = {
  griefId: z.uuid().nullable(),
  nature: z.enum(NATURES_DE_MESURE, { error: 'Dites si la mesure est prise ou promise.' }),
  intitule: ligne({ max: 500, requis: 'Dites la mesure en quelques mots.' }),
  responsable: texte({ max: 200 }),
  structureId: z.uuid().nullable(),
  agentId: z.uuid().nullable(),
  pourLe: jour().nullable(),
  faiteLe: jour().nullable(),
}

export const contratDeLAnalyse = {
  obtenirAnalyse: operation({
    method: 'GET',
    path: '/reclamations/:id/analyse',
    permission: 'reclamations.lire',
    audit: 'dossier-consulte',
    input: z.object(dossier),
    output: analyseVue,
  }),
  /** A fact of the chain, put at its place by its day. */
  ajouterFaitRelate: operation({
    method: 'POST',
    path: '/reclamations/:id/faits-relates',
    permission: 'reclamations.analyser',
    audit: 'fait-relate-ajoute',
    idempotent: true,
    input: z.object({ ...dossier, ...faitSaisi }),
    output: effetSurFait,
  }),
  modifierFaitRelate: operation({
    method: 'POST',
    path: '/reclamations/:id/faits-relates/modifier',
    permission: 'reclamations.analyser',
    audit: 'fait-relate-modifie',
    input: z.object({ ...faitRelate, ...faitSaisi }),
    output: effetSurFait,
  }),
  retirerFaitRelate: operation({
    method: 'POST',
    path: '/reclamations/:id/faits-relates/retirer',
    permission: 'reclamations.analyser',
    audit: 'fait-relate-retire',
    input: z.object(faitRelate),
    output: effetSurFait,
  }),
  ordonnerFaitsRelates: operation({
    method: 'POST',
    path: '/reclamations/:id/faits-relates/ordonner',
    permission: 'reclamations.analyser',
    audit: 'faits-relates-ordonnes',
    input: z.object({ ...dossier, faits: z.array(z.uuid()).max(500) }),
    output: z.object({}),
  }),
  ajouterCause: operation({
    method: 'POST',
    path: '/reclamations/:id/causes',
    permission: 'reclamations.analyser',
    audit: 'cause-ajoutee',
    idempotent: true,
    input: z.object({
      ...dossier,
      griefId: z.uuid().nullable(),
      famille: z.enum(FAMILLES_DE_CAUSE, { error: 'Choisissez où se trouve la cause.' }),
      description: ligne({ max: 2000, requis: 'Dites la cause en quelques mots.' }),
    }),
    output: z.object({ causeId: z.uuid(), version: z.int() }),
  }),
  retirerCause: operation({
    method: 'POST',
    path: '/reclamations/:id/causes/retirer',
    permission: 'reclamations.analyser',
    audit: 'cause-retiree',
    input: z.object({ ...dossier, causeId: z.uuid(), version: z.int() }),
    output: z.object({ causeId: z.uuid(), version: z.int() }),
  }),
  ajouterMesure: operation({
    method: 'POST',
    path: '/reclamations/:id/mesures',
    permission: 'reclamations.analyser',
    audit: 'mesure-ajoutee',
    idempotent: true,
    input: z.object({ ...dossier, ...mesureSaisie }),
    output: effetSurMesure,
  }),
  modifierMesure: operation({
    method: 'POST',
    path: '/reclamations/:id/mesures/modifier',
    permission: 'reclamations.analyser',
    audit: 'mesure-modifiee',
    input: z.object({ ...mesure, ...mesureSaisie }),
    output: effetSurMesure,
  }),
  terminerMesure: operation({
    method: 'POST',
    path: '/reclamations/:id/mesures/terminer',
    permission: 'reclamations.analyser',
    audit: 'mesure-faite',
    input: z.object({ ...mesure, faiteLe: jour('Indiquez le jour où c’était fait.') }),
    output: effetSurMesure,
  }),
  /** Noted done by mistake: owed again, and awaited. */
  reprendreMesure: operation({
    method: 'POST',
    path: '/reclamations/:id/mesures/reprendre',
    permission: 'reclamations.analyser',
    audit: 'mesure-reprise',
    input: z.object({
      ...mesure,
      motif: ligne({ max: 1000, requis: 'Dites pourquoi : ce motif reste au dossier.' }),
    }),
    output: effetSurMesure,
  }),
  abandonnerMesure: operation({
    method: 'POST',
    path: '/reclamations/:id/mesures/abandonner',
    permission: 'reclamations.analyser',
    audit: 'mesure-abandonnee',
    input: z.object({
      ...mesure,
      motif: ligne({ max: 1000, requis: 'Dites pourquoi : ce motif reste au dossier.' }),
    }),
    output: effetSurMesure,
  }),
}
