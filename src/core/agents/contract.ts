import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { ROLES } from '#core/journal/domain/acteur.ts'
import { operationFor } from '#platform/contract.ts'
import { ligne, texte } from '#platform/texte.ts'
import { contractAbsences } from './contract-absences.ts'

const operation = operationFor<PermissionDuSocle>()

const identifiant = ligne({ max: 80, requis: 'Indiquez un identifiant.' })
const motDePasseNeuf = texte({
  min: 12,
  max: 200,
  requis: 'Choisissez un mot de passe d’au moins 12 caractères.',
})

export const agentVu = z.object({
  id: z.uuid(),
  identifiant: z.string(),
  nom: z.string(),
  prenom: z.string(),
  courriel: z.string(),
  fonction: z.string(),
  role: z.enum(ROLES),
  services: z.array(z.uuid()),
  estActif: z.boolean(),
  version: z.int(),
})
export type AgentVu = z.output<typeof agentVu>

export const sessionVue = z.object({
  agentId: z.uuid(),
  nom: z.string(),
  prenom: z.string(),
  fonction: z.string(),
  role: z.enum(ROLES),
  permissions: z.array(z.string()),
  doitChangerMotDePasse: z.boolean(),
  etablissement: z.object({ id: z.uuid(), nom: z.string(), serviceNom: z.string(), fuseau: z.string() }),
  aujourdHui: z.string(),
})
export type SessionVue = z.output<typeof sessionVue>

const saisieAgent = z.object({
  nom: ligne({ max: 100, requis: 'Indiquez le nom.' }),
  prenom: ligne({ max: 100, requis: 'Indiquez le prénom.' }),
  courriel: texte({ max: 200 }),
  fonction: texte({ max: 200 }),
  role: z.enum(ROLES, { error: 'Choisissez un rôle.' }),
  services: z.array(z.uuid()).max(200),
})

const collegue = z.object({ id: z.uuid(), nom: z.string(), prenom: z.string() })

export const contract = {
  /** Whether a first visitor must install, and who is signed in: the first call of every screen. */
  obtenirSession: operation({
    method: 'GET',
    path: '/session',
    permission: 'public',
    audit: 'session-consultee',
    input: z.object({}),
    output: z.object({
      installationRequise: z.boolean(),
      session: sessionVue.nullable(),
      demonstration: z.boolean(),
    }),
  }),
  installer: operation({
    method: 'POST',
    path: '/installation',
    permission: 'public',
    audit: 'installation-faite',
    input: z.object({
      code: ligne({ max: 40, requis: 'Recopiez le code affiché dans le terminal.' }),
      etablissement: z.object({
        nom: ligne({ max: 200, requis: 'Indiquez le nom de l’établissement.' }),
        finess: texte({ max: 9 }).regex(/^(\d{9})?$/, { error: 'Le numéro FINESS compte neuf chiffres.' }),
        serviceNom: ligne({ max: 200, requis: 'Indiquez le nom du service tel qu’il signe ses courriers.' }),
        adresse: z
          .array(ligne({ max: 38, requis: 'Une ligne d’adresse est vide.' }))
          .min(1, { error: 'Indiquez l’adresse postale.' })
          .max(6),
        courriel: z.email({ error: 'Cette adresse électronique n’est pas valide.' }),
        telephone: ligne({ max: 30, requis: 'Indiquez un téléphone.' }),
        tribunal: texte({ max: 300 }),
      }),
      administrateur: z.object({
        nom: ligne({ max: 100, requis: 'Indiquez le nom.' }),
        prenom: ligne({ max: 100, requis: 'Indiquez le prénom.' }),
        identifiant,
        motDePasse: motDePasseNeuf,
      }),
    }),
    output: z.object({ etablissementId: z.uuid() }),
  }),
  ouvrirSession: operation({
    method: 'POST',
    path: '/session',
    permission: 'public',
    audit: 'session-ouverte',
    input: z.object({
      identifiant,
      motDePasse: texte({ min: 1, max: 200, requis: 'Indiquez votre mot de passe.' }),
    }),
    output: z.object({ doitChangerMotDePasse: z.boolean() }),
  }),
  fermerSession: operation({
    method: 'POST',
    path: '/session/fermer',
    permission: 'connecte',
    audit: 'session-fermee',
    input: z.object({}),
    output: z.object({}),
  }),
  changerMotDePasse: operation({
    method: 'POST',
    path: '/session/mot-de-passe',
    permission: 'connecte',
    audit: 'mot-de-passe-change',
    input: z.object({
      ancien: texte({ min: 1, max: 200, requis: 'Indiquez votre mot de passe actuel.' }),
      nouveau: motDePasseNeuf,
    }),
    output: z.object({}),
  }),
  /** Names for an assignment list: no login, no role. */
  listerCollegues: operation({
    method: 'GET',
    path: '/agents/collegues',
    permission: 'agents.consulter',
    audit: 'collegues-listes',
    input: z.object({}),
    output: z.object({
      /** those a dossier may be given to */
      collegues: z.array(collegue),
      /** those who see some dossiers and are given none: a dossier may be withheld from them too */
      autres: z.array(collegue),
    }),
  }),
  listerAgents: operation({
    method: 'GET',
    path: '/agents',
    permission: 'agents.administrer',
    audit: 'agents-listes',
    input: z.object({}),
    output: z.object({ agents: z.array(agentVu) }),
  }),
  creerAgent: operation({
    method: 'POST',
    path: '/agents',
    permission: 'agents.administrer',
    audit: 'agent-cree',
    input: saisieAgent.extend({ identifiant, motDePasse: motDePasseNeuf }),
    output: z.object({ id: z.uuid() }),
  }),
  modifierAgent: operation({
    method: 'POST',
    path: '/agents/:id',
    permission: 'agents.administrer',
    audit: 'agent-modifie',
    input: saisieAgent.extend({ id: z.uuid(), version: z.int(), estActif: z.boolean() }),
    output: z.object({ id: z.uuid(), version: z.int() }),
  }),
  reinitialiserMotDePasse: operation({
    method: 'POST',
    path: '/agents/:id/mot-de-passe',
    permission: 'agents.administrer',
    audit: 'mot-de-passe-reinitialise',
    input: z.object({ id: z.uuid(), motDePasse: motDePasseNeuf }),
    output: z.object({}),
  }),
  ...contractAbsences,
}
