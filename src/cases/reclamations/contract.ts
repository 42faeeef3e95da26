import { z } from 'zod'
import { CANAUX_DE_COURRIER, courrierVu } from '#core/courriers/contract.ts'
import { refus, troncVu } from '#core/dossiers/contract.ts'
import { CANAUX } from '#core/dossiers/domain/canal.ts'
import { personneChoisie } from '#core/personnes/contract.ts'
import { pieceVue } from '#core/pieces/contract.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'
import { MOTIFS_DE_CLASSEMENT, ORIGINES_DE_RECEPTION, QUALITES } from './domain/model.ts'
import type { Permission } from './domain/permissions.ts'

const operation = operationFor<Permission>()

const cible = { id: z.uuid(), version: z.int() }
const effet = z.object({ id: z.uuid(), version: z.int() })

export const saisie = z.object({
  canal: z.enum(CANAUX, { error: 'Choisissez le canal d’arrivée.' }),
  /** the day confirmed by the agent, then fixed */
  recuLe: jour('Indiquez la date de réception.'),
  receptionOrigine: z.enum(ORIGINES_DE_RECEPTION),
  objet: ligne({ max: 300, requis: 'Dites en quelques mots l’objet de la réclamation.' }),
  recit: texte({ min: 1, max: 200_000, requis: 'Collez ou écrivez ce que dit la personne.' }),
  estAnonyme: z.boolean(),
  auteur: personneChoisie.nullable(),
  qualite: z.enum(QUALITES, { error: 'Choisissez la qualité de l’auteur.' }),
  /** null when the author is the patient, or when the patient is not known */
  patient: personneChoisie.nullable(),
  services: z.array(z.uuid()).max(50),
  /** deposits to take into the dossier */
  pieces: z.array(z.uuid()).max(200),
  brouillonId: z.uuid().nullable(),
})
export type Saisie = z.output<typeof saisie>

export const reclamationVue = z.object({
  tronc: troncVu,
  canal: z.enum(CANAUX),
  receptionOrigine: z.enum(ORIGINES_DE_RECEPTION),
  estAnonyme: z.boolean(),
  estOrale: z.boolean(),
  copieRemiseA: z.string().nullable(),
  pieces: z.array(pieceVue),
  courriers: z.array(courrierVu),
  actions: z.object({
    accuserReception: refus,
    envoyerLAccuse: refus,
    noterEnregistrement: refus,
    noterReponse: refus,
    classerSansReponse: refus,
    remettreCopie: refus,
  }),
  /** channel the acknowledgement should take, from how the complaint came (CRPA R112-11-3) */
  canalAccuse: z.enum(CANAUX_DE_COURRIER),
})
export type ReclamationVue = z.output<typeof reclamationVue>

export const contract = {
  enregistrer: operation({
    method: 'POST',
    path: '/reclamations',
    permission: 'reclamations.enregistrer',
    audit: 'reclamation-enregistree',
    idempotent: true,
    input: saisie,
    output: z.object({ id: z.uuid(), numero: z.string() }),
  }),
  obtenir: operation({
    method: 'GET',
    path: '/reclamations/:id',
    permission: 'reclamations.lire',
    audit: 'dossier-consulte',
    input: z.object({ id: z.uuid() }),
    output: reclamationVue,
  }),
  /** Merges the acknowledgement; refused while a mention of CRPA R112-5 / R112-11-2 is missing. */
  accuserReception: operation({
    method: 'POST',
    path: '/reclamations/:id/accuser-reception',
    permission: 'reclamations.accuser-reception',
    audit: 'accuse-de-reception-produit',
    input: z.object({
      ...cible,
      canal: z.enum(CANAUX_DE_COURRIER),
      /** to whom, when the dossier has several authors */
      destinataireId: z.uuid().nullable().default(null),
      piecesManquantes: texte({ max: 2000 }),
      /** last day to produce them, when some are missing (CRPA L114-5) */
      produireAvant: jour().nullable().default(null),
    }),
    output: effet.extend({ courrierId: z.uuid(), pieceId: z.uuid() }),
  }),
  /** The receipt the mail server answers at once, or the agent by return: day and address only (CRPA R112-11-2). */
  noterEnregistrement: operation({
    method: 'POST',
    path: '/reclamations/:id/noter-enregistrement',
    permission: 'reclamations.accuser-reception',
    audit: 'accuse-enregistrement-envoye',
    input: z.object({ ...cible, envoyeLe: jour('Indiquez la date d’envoi.') }),
    output: effet,
  }),
  /** The answer left, written and sent outside the application: its day is what counts. */
  noterReponse: operation({
    method: 'POST',
    path: '/reclamations/:id/noter-reponse',
    permission: 'reclamations.accuser-reception',
    audit: 'reponse-notee',
    input: z.object({ ...cible, envoyeeLe: jour('Indiquez la date d’envoi.') }),
    output: effet,
  }),
  /** Closes without answer, for a reason that stays in the timeline. */
  classerSansReponse: operation({
    method: 'POST',
    path: '/reclamations/:id/classer',
    permission: 'reclamations.clore',
    audit: 'reclamation-classee',
    input: z.object({
      ...cible,
      motif: z.enum(MOTIFS_DE_CLASSEMENT, { error: 'Choisissez un motif.' }),
      precision: ligne({ max: 1000, requis: 'Dites en quelques mots pourquoi : cela reste au dossier.' }),
    }),
    output: effet,
  }),
  /** PDF of the consigned oral complaint, printed at once and handed over (CSP R1112-91). */
  imprimerCopie: operation({
    method: 'GET',
    path: '/reclamations/:id/copie',
    permission: 'reclamations.lire',
    audit: 'copie-imprimee',
    stream: 'download',
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  remettreCopie: operation({
    method: 'POST',
    path: '/reclamations/:id/remettre-copie',
    permission: 'reclamations.enregistrer',
    audit: 'copie-remise',
    input: z.object(cible),
    output: effet,
  }),
}
