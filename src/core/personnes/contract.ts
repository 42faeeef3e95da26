import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'

const operation = operationFor<PermissionDuSocle>()

export const ROLES_DANS_LE_DOSSIER = ['auteur', 'patient', 'representant', 'temoin'] as const
export const OBJETS_DE_CONSENTEMENT = [
  'acces-aux-donnees-de-sante',
  'transmission-au-service',
  'reponse-par-courriel',
  'nom-donne-a-l-equipe',
] as const

export const FORMES_DE_CONSENTEMENT = ['ecrit', 'oral-consigne'] as const

const lignePostale = texte({ max: 38 })

/** One person as entered. Postal parts follow the French envelope: each is one line of at most 38 characters. */
export const personneSaisie = z.object({
  civilite: z.enum(['', 'mme', 'm']),
  nom: ligne({ max: 100, requis: 'Indiquez le nom.' }),
  prenom: texte({ max: 100 }),
  nomDeNaissance: texte({ max: 100 }),
  neeLe: jour().nullable(),
  courriel: texte({ max: 254 }).refine((v) => v === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v), {
    error: 'Cette adresse électronique n’est pas valide.',
  }),
  telephone: texte({ max: 30 }),
  complement: lignePostale,
  voie: lignePostale,
  lieuDit: lignePostale,
  codePostal: texte({ max: 10 }),
  commune: texte({ max: 32 }),
  pays: lignePostale,
})
export type PersonneSaisie = z.output<typeof personneSaisie>

export const personneVue = personneSaisie.extend({
  id: z.uuid(),
  version: z.int(),
  courriel: z.string(),
  neeLe: z.string().nullable(),
  /** the address as printed on an envelope, ready to show */
  lignesPostales: z.array(z.string()),
  nombreDeDossiers: z.int().optional(),
})
export type PersonneVue = z.output<typeof personneVue>

/** A person to put in a dossier: an existing one, chosen by the agent, or a new one. Never merged by itself. */
export const personneChoisie = z.discriminatedUnion('choix', [
  z.object({ choix: z.literal('existante'), personneId: z.uuid() }),
  z.object({ choix: z.literal('nouvelle'), personne: personneSaisie }),
])
export type PersonneChoisie = z.output<typeof personneChoisie>

export const consentementVu = z.object({
  id: z.uuid(),
  objet: z.enum(OBJETS_DE_CONSENTEMENT),
  forme: z.enum(FORMES_DE_CONSENTEMENT),
  donneLe: z.string(),
  retireLe: z.string().nullable(),
  dossierId: z.uuid().nullable(),
})
export type ConsentementVu = z.output<typeof consentementVu>

export const contract = {
  /** Suggestions while typing a name or an address: homonyms are listed apart with what tells them apart. */
  chercher: operation({
    method: 'POST',
    path: '/personnes/chercher',
    permission: 'personnes.consulter',
    audit: 'personnes-cherchees',
    readOnly: true,
    input: z.object({ texte: texte({ max: 200 }), courriel: texte({ max: 254 }).optional() }),
    output: z.object({ personnes: z.array(personneVue) }),
  }),
  modifier: operation({
    method: 'POST',
    path: '/personnes/:id',
    permission: 'personnes.modifier',
    audit: 'personne-modifiee',
    input: personneSaisie.extend({ id: z.uuid(), version: z.int() }),
    output: z.object({ version: z.int() }),
  }),
  enregistrerConsentement: operation({
    method: 'POST',
    path: '/personnes/:id/consentements',
    permission: 'personnes.modifier',
    audit: 'consentement-enregistre',
    idempotent: true,
    input: z.object({
      id: z.uuid(),
      dossierId: z.uuid().nullable(),
      objet: z.enum(OBJETS_DE_CONSENTEMENT, { error: 'Choisissez l’objet du consentement.' }),
      forme: z.enum(FORMES_DE_CONSENTEMENT, { error: 'Choisissez la forme du consentement.' }),
      donneLe: jour('Indiquez la date du consentement.'),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  listerConsentements: operation({
    method: 'GET',
    path: '/personnes/:id/consentements',
    permission: 'personnes.consulter',
    audit: 'consentements-listes',
    input: z.object({ id: z.uuid() }),
    output: z.object({ consentements: z.array(consentementVu) }),
  }),
  retirerConsentement: operation({
    method: 'POST',
    path: '/consentements/:id/retirer',
    permission: 'personnes.modifier',
    audit: 'consentement-retire',
    input: z.object({ id: z.uuid(), retireLe: jour('Indiquez la date du retrait.') }),
    output: z.object({}),
  }),
}
