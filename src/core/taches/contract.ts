import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'
import { contractServices } from './contract-services.ts'
import {
  ENVOIS,
  ETATS_DE_TACHE,
  NATURES_DE_TACHE,
  NIVEAUX_DE_RELANCE,
  REPONSE_MAX,
  SUJETS_MAX,
} from './domain/tache.ts'

const operation = operationFor<PermissionDuSocle>()

const refus = z.object({ code: z.string(), message: z.string() }).nullable()

/** An address, or nothing: the message is then copied by hand. */
const courriel = z.union([z.literal(''), z.email({ error: 'Cette adresse électronique n’est pas valide.' })])

export const destinataireSaisi = z.object({
  structureId: z.uuid().nullable(),
  nom: texte({ max: 200 }),
  fonction: texte({ max: 200 }),
  courriel,
})
export type DestinataireSaisi = z.output<typeof destinataireSaisi>

/** What an agent writes to ask: the same for every type of dossier. A case adds its own subjects. */
export const demandeSaisie = z.object({
  destinataires: z
    .array(destinataireSaisi)
    .min(1, { error: 'Choisissez au moins un service.' })
    .max(10, { error: 'Dix services au plus à la fois.' }),
  message: texte({ min: 1, max: 20_000, requis: 'Dites au service ce que vous attendez de lui.' }),
  pourLe: jour('Choisissez le jour souhaité.'),
})
export type DemandeSaisie = z.output<typeof demandeSaisie>

/** A link, shown once: what is kept cannot give it back. An idempotent operation that answers one is `secretAnswer`. */
export const lienFait = z.object({
  tacheId: z.uuid(),
  /** who it is for, as shown */
  pour: z.string(),
  lien: z.string(),
  dernierLe: z.string(),
  /** the message ready to copy, link included */
  objet: z.string(),
  texte: z.string(),
  /** where it may be sent; empty when unknown */
  courriel: z.string(),
})
export type LienFait = z.output<typeof lienFait>

export const demandeFaite = z.object({
  id: z.uuid(),
  version: z.int(),
  liens: z.array(lienFait),
  /** why no message can be sent from here, or null */
  courrielIndisponible: z.string().nullable(),
})
export type DemandeFaite = z.output<typeof demandeFaite>

const sujetVu = z.object({
  sujetId: z.uuid(),
  rang: z.int(),
  titre: z.string(),
  citation: z.string(),
  /** null until the answer is sent */
  reponse: z.string().nullable(),
})
const pieceJointe = z.object({ id: z.uuid(), nom: z.string(), taille: z.int() })

const commun = z.object({
  id: z.uuid(),
  dossierId: z.uuid(),
  nature: z.enum(NATURES_DE_TACHE),
  /** `fermeLe`: closed since, and still answerable */
  structure: z.object({ id: z.uuid(), nom: z.string(), fermeLe: z.string().nullable() }).nullable(),
  destinataire: z.object({ nom: z.string(), fonction: z.string(), courriel: z.string() }),
  demandeur: z.string(),
  objet: z.string(),
  message: z.string(),
  demandeeLe: z.string(),
  pourLe: z.string(),
  etat: z.enum(ETATS_DE_TACHE),
  version: z.int(),
  sujets: z.array(sujetVu),
  /** the general text of the answer */
  reponse: z.string(),
  repondueA: z.string().nullable(),
  repondant: z.object({ nom: z.string(), fonction: z.string() }).nullable(),
  /** answered by its link rather than by someone signed in */
  parLien: z.boolean(),
  pieces: z.array(pieceJointe),
})

/** A request as the department sees it. */
export const tacheVue = commun.extend({
  annulation: z.object({ a: z.string(), motif: z.string() }).nullable(),
  relances: z.array(
    z.object({
      niveau: z.enum(NIVEAUX_DE_RELANCE),
      faiteLe: z.string(),
      a: z.string(),
      envoi: z.enum(ENVOIS),
      estAutomatique: z.boolean(),
    }),
  ),
  /** what the chase does next by itself, or why it does nothing; null once nothing is waited for */
  relanceAutomatique: z
    .object({
      prochaine: z
        .object({
          niveau: z.enum(NIVEAUX_DE_RELANCE),
          le: z.string(),
          /** why that day, and to whom: « Huit jours après la demande, à Léa Fontaine. » */
          pourquoi: z.string(),
        })
        .nullable(),
      empechement: z.object({ code: z.string(), message: z.string() }).nullable(),
      /** the last step that did not leave, when nothing was done since */
      echec: z
        .object({ niveau: z.enum(NIVEAUX_DE_RELANCE), le: z.string(), a: z.string(), raison: z.string() })
        .nullable(),
    })
    .nullable(),
  /** the chase held back, and why */
  suspension: z.object({ a: z.string(), motif: z.string() }).nullable(),
  /** the reminder whose turn has come */
  relanceProposee: z.object({ niveau: z.enum(NIVEAUX_DE_RELANCE), depuisLe: z.string() }).nullable(),
  /** until when a link stays open; null when none does */
  lienJusquA: z.string().nullable(),
  /** where links of it were sent by e-mail, and when, oldest first */
  liensEnvoyes: z.array(z.object({ a: z.string(), le: z.string(), envoi: z.enum(ENVOIS) })),
  /** why the department can do nothing more about it, or null */
  refus,
})
export type TacheVue = z.output<typeof tacheVue>

const brouillonVu = z.object({
  nom: z.string(),
  fonction: z.string(),
  reponse: z.string(),
  reponses: z.record(z.uuid(), z.string()),
  version: z.int(),
  modifieA: z.string().nullable(),
})
export type BrouillonVu = z.output<typeof brouillonVu>

/** A request as the service asked sees it. */
export const demandeRecue = commun.extend({
  brouillon: brouillonVu,
  /** who is away, when it is theirs to answer */
  aLaPlaceDe: z.string().nullable(),
})
export type DemandeRecue = z.output<typeof demandeRecue>

const reponseTexte = texte({ max: REPONSE_MAX })
export const brouillonSaisi = z.object({
  nom: texte({ max: 200 }),
  fonction: texte({ max: 200 }),
  reponse: reponseTexte,
  reponses: z.record(z.uuid(), reponseTexte),
  /** of the draft read; 0 when there was none */
  version: z.int().min(0),
})
export type BrouillonSaisi = z.output<typeof brouillonSaisi>

const envoiFait = z.object({ envoi: z.enum(ENVOIS), raison: z.string().nullable() })

export const contract = {
  /** Questions put to services about a dossier of any type. A case with subjects of its own has its own command. */
  demander: operation({
    method: 'POST',
    path: '/dossiers/:id/demandes',
    permission: 'taches.demander',
    audit: 'service-interroge',
    idempotent: true,
    secretAnswer: true,
    input: z.object({
      id: z.uuid(),
      version: z.int(),
      demande: demandeSaisie,
      /** each has its own answer */
      questions: z.array(ligne({ max: 500 })).max(SUJETS_MAX, { error: 'Trente questions au plus.' }),
    }),
    output: demandeFaite,
  }),
  lister: operation({
    method: 'GET',
    path: '/dossiers/:id/demandes',
    permission: 'taches.consulter',
    audit: 'demandes-listees',
    input: z.object({ id: z.uuid() }),
    output: z.object({
      taches: z.array(tacheVue),
      /** the day proposed for a new one */
      jourPropose: z.string(),
      courrielIndisponible: z.string().nullable(),
    }),
  }),
  /** Records a reminder, with a link of its own; the earlier ones stay open. */
  relancer: operation({
    method: 'POST',
    path: '/demandes/:id/relancer',
    permission: 'taches.demander',
    audit: 'demande-relancee',
    input: z.object({
      id: z.uuid(),
      version: z.int(),
      niveau: z.enum(NIVEAUX_DE_RELANCE),
      /** to whom: the hierarchy is someone else */
      nom: texte({ max: 200 }),
      courriel,
      parCourriel: z.boolean(),
    }),
    output: envoiFait.extend({ version: z.int(), lien: lienFait }),
  }),
  annuler: operation({
    method: 'POST',
    path: '/demandes/:id/annuler',
    permission: 'taches.demander',
    audit: 'demande-annulee',
    input: z.object({
      id: z.uuid(),
      version: z.int(),
      motif: ligne({ max: 1000, requis: 'Dites pourquoi : ce motif reste au dossier.' }),
    }),
    output: z.object({ version: z.int() }),
  }),
  changerLeJour: operation({
    method: 'POST',
    path: '/demandes/:id/jour',
    permission: 'taches.demander',
    audit: 'demande-reportee',
    input: z.object({ id: z.uuid(), version: z.int(), pourLe: jour('Choisissez le jour souhaité.') }),
    output: z.object({ version: z.int() }),
  }),
  suspendreLesRelances: operation({
    method: 'POST',
    path: '/demandes/:id/relances/suspendre',
    permission: 'taches.demander',
    audit: 'relances-suspendues',
    input: z.object({
      id: z.uuid(),
      version: z.int(),
      motif: ligne({ max: 1000, requis: 'Dites pourquoi : ce motif reste au dossier.' }),
    }),
    output: z.object({ version: z.int() }),
  }),
  reprendreLesRelances: operation({
    method: 'POST',
    path: '/demandes/:id/relances/reprendre',
    permission: 'taches.demander',
    audit: 'relances-reprises',
    input: z.object({ id: z.uuid(), version: z.int() }),
    output: z.object({ version: z.int() }),
  }),
  /** Closes every link of the request and opens one. */
  renouvelerLeLien: operation({
    method: 'POST',
    path: '/demandes/:id/lien',
    permission: 'taches.demander',
    audit: 'lien-renouvele',
    input: z.object({ id: z.uuid(), version: z.int() }),
    output: z.object({ version: z.int(), lien: lienFait, courrielIndisponible: z.string().nullable() }),
  }),
  /** The link just shown, by e-mail: the browser is the only one to know it still. */
  envoyerLeLien: operation({
    method: 'POST',
    path: '/demandes/:id/courriel',
    permission: 'taches.demander',
    audit: 'lien-envoye',
    input: z.object({
      id: z.uuid(),
      jeton: z.string().max(100),
      courriel: z.email({ error: 'Cette adresse électronique n’est pas valide.' }),
    }),
    output: envoiFait,
  }),

  ...contractServices,

  /** What is asked from the services of a chef de service: waiting ones first. */
  listerRecues: operation({
    method: 'GET',
    path: '/demandes-recues',
    permission: 'taches.repondre',
    audit: 'demandes-recues-listees',
    input: z.object({}),
    output: z.object({
      demandes: z.array(
        z.object({
          id: z.uuid(),
          nature: z.enum(NATURES_DE_TACHE),
          objet: z.string(),
          structure: z.string(),
          demandeeLe: z.string(),
          pourLe: z.string(),
          etat: z.enum(ETATS_DE_TACHE),
          sujets: z.array(z.string()),
          repondueA: z.string().nullable(),
          aLaPlaceDe: z.string().nullable(),
        }),
      ),
    }),
  }),
  obtenirRecue: operation({
    method: 'GET',
    path: '/demandes-recues/:id',
    permission: 'taches.repondre',
    audit: 'demande-consultee',
    input: z.object({ id: z.uuid() }),
    output: demandeRecue,
  }),
  garderLeBrouillon: operation({
    method: 'POST',
    path: '/demandes-recues/:id/brouillon',
    permission: 'taches.repondre',
    audit: 'brouillon-de-reponse-enregistre',
    input: brouillonSaisi.extend({ id: z.uuid() }),
    output: z.object({ version: z.int(), modifieA: z.string() }),
  }),
  /** Raw body; the file name travels in a header, never in the address. */
  joindre: operation({
    method: 'POST',
    path: '/demandes-recues/:id/pieces',
    permission: 'taches.repondre',
    audit: 'piece-jointe-a-la-reponse',
    stream: 'upload',
    input: z.object({ id: z.uuid() }),
    output: z.object({ pieces: z.array(pieceJointe) }),
  }),
  retirerUnePiece: operation({
    method: 'POST',
    path: '/demandes-recues/:id/pieces/retirer',
    permission: 'taches.repondre',
    audit: 'piece-retiree-de-la-reponse',
    input: z.object({ id: z.uuid(), pieceId: z.uuid() }),
    output: z.object({ pieces: z.array(pieceJointe) }),
  }),
  /** Sends the draft as it was read. Sent twice, it is sent once. */
  repondre: operation({
    method: 'POST',
    path: '/demandes-recues/:id/repondre',
    permission: 'taches.repondre',
    audit: 'demande-repondue',
    input: z.object({ id: z.uuid(), version: z.int() }),
    output: z.object({ repondueA: z.string() }),
  }),

  /** The page of a link. Opening it uses nothing up. */
  ouvrirParLien: operation({
    method: 'GET',
    path: '/repondre/:token',
    permission: 'lien',
    audit: 'demande-ouverte-par-lien',
    stream: 'page',
    // an unknown note is one more word in an address: the page shows without it
    input: z.object({ note: z.enum(['garde', 'complete']).optional().catch(undefined) }),
    output: z.object({}),
  }),
  /** Keeps what is written, with its files; then stays there, or goes on to the reading over. */
  garderParLien: operation({
    method: 'POST',
    path: '/repondre/:token',
    permission: 'lien',
    audit: 'brouillon-de-reponse-enregistre',
    stream: 'page',
    input: z.object({}),
    output: z.object({}),
  }),
  relireParLien: operation({
    method: 'GET',
    path: '/repondre/:token/relire',
    permission: 'lien',
    audit: 'demande-relue-par-lien',
    stream: 'page',
    input: z.object({ note: z.enum(['change']).optional().catch(undefined) }),
    output: z.object({}),
  }),
  /** The one call that writes in the dossier. */
  envoyerParLien: operation({
    method: 'POST',
    path: '/repondre/:token/envoi',
    permission: 'lien-envoi',
    audit: 'demande-repondue-par-lien',
    stream: 'page',
    input: z.object({}),
    output: z.object({}),
  }),
}
