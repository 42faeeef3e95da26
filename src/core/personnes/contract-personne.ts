import { z } from 'zod'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'
import { NIVEAUX } from './domain/rapprochement.ts'

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

/** Someone being typed: anything may be missing, or half written. */
export const personneEsquissee = z.object({
  nom: texte({ max: 100 }),
  prenom: texte({ max: 100 }),
  nomDeNaissance: texte({ max: 100 }),
  neeLe: jour().nullable(),
  courriel: texte({ max: 254 }),
  telephone: texte({ max: 30 }),
  voie: texte({ max: 38 }),
  codePostal: texte({ max: 10 }),
})
export type PersonneEsquissee = z.output<typeof personneEsquissee>

/** How far a record goes together with what was typed, or with another record: said, never decided. */
export const rapprochementVu = z.object({
  niveau: z.enum(NIVEAUX),
  indices: z.array(
    z.enum(['ins', 'nom', 'nom-de-naissance', 'naissance', 'courriel', 'telephone', 'adresse']),
  ),
  contradictions: z.array(z.enum(['naissance', 'prenom', 'nom'])),
})
export type RapprochementVu = z.output<typeof rapprochementVu>

export const personneTrouvee = personneVue.extend({ rapprochement: rapprochementVu.nullable() })
export type PersonneTrouvee = z.output<typeof personneTrouvee>

export const consentementVu = z.object({
  id: z.uuid(),
  objet: z.enum(OBJETS_DE_CONSENTEMENT),
  forme: z.enum(FORMES_DE_CONSENTEMENT),
  donneLe: z.string(),
  retireLe: z.string().nullable(),
  dossierId: z.uuid().nullable(),
})
export type ConsentementVu = z.output<typeof consentementVu>
