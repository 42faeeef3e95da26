import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { ligne, texte } from '#platform/texte.ts'
import { NATURES_DE_CORRESPONDANT } from './domain/correspondant.ts'
import { FUSEAUX } from './domain/fuseaux.ts'

const operation = operationFor<PermissionDuSocle>()

export const NATURES_DE_STRUCTURE = ['pole', 'service', 'uf'] as const

export const structureVue = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  nature: z.enum(NATURES_DE_STRUCTURE),
  code: z.string(),
  nom: z.string(),
  fermeLe: z.string().nullable(),
})
export type StructureVue = z.output<typeof structureVue>

/** Everything the acknowledgement must say of the service in charge (CRPA R112-5). */
export const etablissementSaisi = z.object({
  nom: ligne({ max: 200, requis: 'Indiquez le nom de l’établissement.' }),
  finess: texte({ max: 9 }).regex(/^(\d{9})?$/, { error: 'Le numéro FINESS compte neuf chiffres.' }),
  serviceNom: ligne({ max: 200, requis: 'Indiquez le nom du service.' }),
  adresse: z
    .array(ligne({ max: 38, requis: 'Une ligne d’adresse est vide.' }))
    .min(1, { error: 'Indiquez l’adresse postale.' })
    .max(6, { error: 'Une adresse tient en six lignes.' }),
  courriel: z.email({ error: 'Cette adresse électronique n’est pas valide.' }),
  telephone: ligne({ max: 30, requis: 'Indiquez un téléphone.' }),
  signataireNom: texte({ max: 200 }),
  signataireQualite: texte({ max: 200 }),
  tribunal: texte({ max: 300 }),
})
export type EtablissementSaisi = z.output<typeof etablissementSaisi>

/** Who the hospital writes to: at least one of the two addresses. */
export const correspondantSaisi = z
  .object({
    nature: z.enum(NATURES_DE_CORRESPONDANT, { error: 'Choisissez de qui il s’agit.' }),
    nom: ligne({ max: 200, requis: 'Indiquez le nom, tel qu’il s’écrit sur l’enveloppe.' }),
    adresse: z
      .array(ligne({ max: 38, requis: 'Une ligne d’adresse est vide.' }))
      .max(6, { error: 'Une adresse tient en six lignes.' }),
    courriel: texte({ max: 254 }).refine((v) => v === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v), {
      error: 'Cette adresse électronique n’est pas valide.',
    }),
  })
  .refine(({ adresse, courriel }) => adresse.length > 0 || courriel !== '', {
    path: ['adresse'],
    error: 'Indiquez une adresse postale ou une adresse électronique.',
  })
export type CorrespondantSaisi = z.output<typeof correspondantSaisi>

export const correspondantVu = z.object({
  id: z.uuid(),
  version: z.int(),
  nature: z.enum(NATURES_DE_CORRESPONDANT),
  nom: z.string(),
  adresse: z.array(z.string()),
  courriel: z.string(),
  /** no longer offered; old letters name it */
  estRetire: z.boolean(),
})
export type CorrespondantVu = z.output<typeof correspondantVu>

export const contract = {
  lister: operation({
    method: 'GET',
    path: '/structures',
    permission: 'structures.consulter',
    audit: 'structures-listees',
    input: z.object({}),
    output: z.object({ structures: z.array(structureVue) }),
  }),
  creer: operation({
    method: 'POST',
    path: '/structures',
    permission: 'structures.administrer',
    audit: 'structure-creee',
    idempotent: true,
    input: z.object({
      parentId: z.uuid().nullable(),
      nature: z.enum(NATURES_DE_STRUCTURE, { error: 'Choisissez pôle, service ou UF.' }),
      code: ligne({ max: 20, requis: 'Indiquez un code.' }),
      nom: ligne({ max: 200, requis: 'Indiquez le nom.' }),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  modifier: operation({
    method: 'POST',
    path: '/structures/:id',
    permission: 'structures.administrer',
    audit: 'structure-modifiee',
    input: z.object({
      id: z.uuid(),
      nom: ligne({ max: 200, requis: 'Indiquez le nom.' }),
      estFermee: z.boolean(),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  obtenirEtablissement: operation({
    method: 'GET',
    path: '/etablissement',
    permission: 'structures.consulter',
    audit: 'etablissement-consulte',
    input: z.object({}),
    output: etablissementSaisi.extend({
      id: z.uuid(),
      version: z.int(),
      fuseau: z.enum(FUSEAUX),
      calendrier: z.string(),
      /** those it may choose */
      calendriers: z.array(z.object({ code: z.string(), libelle: z.string() })),
    }),
  }),
  modifierEtablissement: operation({
    method: 'POST',
    path: '/etablissement',
    permission: 'structures.administrer',
    audit: 'etablissement-modifie',
    input: etablissementSaisi.extend({
      version: z.int(),
      /** absent, both stay what they are */
      fuseau: z.enum(FUSEAUX, { error: 'Choisissez un fuseau horaire de la liste.' }).optional(),
      calendrier: texte({ max: 60 }).optional(),
    }),
    output: z.object({ version: z.int() }),
  }),
  listerCorrespondants: operation({
    method: 'GET',
    path: '/correspondants',
    permission: 'structures.tenir-les-correspondants',
    audit: 'correspondants-listes',
    input: z.object({}),
    output: z.object({ correspondants: z.array(correspondantVu) }),
  }),
  creerCorrespondant: operation({
    method: 'POST',
    path: '/correspondants',
    permission: 'structures.tenir-les-correspondants',
    audit: 'correspondant-cree',
    idempotent: true,
    input: correspondantSaisi,
    output: z.object({ id: z.uuid() }),
  }),
  modifierCorrespondant: operation({
    method: 'POST',
    path: '/correspondants/:id',
    permission: 'structures.tenir-les-correspondants',
    audit: 'correspondant-modifie',
    input: correspondantSaisi.safeExtend({ id: z.uuid(), version: z.int(), estRetire: z.boolean() }),
    output: z.object({ id: z.uuid(), version: z.int() }),
  }),
}
