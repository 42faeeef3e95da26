import { z } from 'zod'
import { CANAUX_DE_COURRIER, courrierVu } from '#core/courriers/contract.ts'
import { protectionSaisie, refus, troncVu } from '#core/dossiers/contract.ts'
import { CANAUX } from '#core/dossiers/domain/canal.ts'
import { personneChoisie } from '#core/personnes/contract.ts'
import { pieceVue } from '#core/pieces/contract.ts'
import { NATURES_DE_CORRESPONDANT } from '#core/structures/domain/correspondant.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'
import { contratDeLAnalyse } from './contract-analyse.ts'
import { contratDesGriefs, griefVu } from './contract-griefs.ts'
import { contratDeLaReponse, refusMotive } from './contract-reponse.ts'
import {
  MOTIFS_DE_CLASSEMENT,
  NATURES_DE_PROVENANCE,
  ORIGINES_DE_RECEPTION,
  PROCEDURES,
  QUALITES,
  USAGES_DU_TEXTE,
} from './domain/model.ts'
import type { Permission } from './domain/permissions.ts'

const operation = operationFor<Permission>()

const cible = { id: z.uuid(), version: z.int() }
const effet = z.object({ id: z.uuid(), version: z.int() })

/** Who handed the complaint over, when the person did not. */
export const provenanceSaisie = z.object({
  nature: z.enum(NATURES_DE_PROVENANCE, { error: 'Choisissez qui l’a transmise.' }),
  nom: texte({ max: 200 }),
  reference: texte({ max: 100 }),
  /** the day the transmitter received it: silence is counted from there (CRPA L114-3) */
  premiereReceptionLe: jour().nullable(),
  /** the day it wants explanations for */
  explicationsPourLe: jour().nullable(),
})
export type ProvenanceSaisie = z.output<typeof provenanceSaisie>

export const provenanceVue = provenanceSaisie.extend({
  id: z.uuid(),
  /** « l’ARS Île-de-France, qui l’avait reçue le… » */
  passage: z.string(),
  recueLe: z.string(),
  explicationsEnvoyeesLe: z.string().nullable(),
})

export const transmissionVue = z.object({
  id: z.uuid(),
  nature: z.enum([...NATURES_DE_CORRESPONDANT, ...PROCEDURES]),
  destinataire: z.string(),
  estTotale: z.boolean(),
  objet: z.string(),
  situation: z.enum(['a-envoyer', 'partie', 'abandonnee']),
  /** letters still to send, in order */
  lettres: z.array(z.object({ courrierId: z.uuid(), pieceId: z.uuid(), libelle: z.string() })),
  envoyeeLe: z.string().nullable(),
  aviseeLe: z.string().nullable(),
})
export type TransmissionVue = z.output<typeof transmissionVue>

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
  /** null when the person wrote to the hospital */
  provenance: provenanceSaisie.nullable().default(null),
  /** the complaint this one follows */
  suiteDe: z.uuid().nullable().default(null),
  /** the dossier of another type it was made from: a contact */
  origineId: z.uuid().nullable().default(null),
  /** sensitive from the start, and why */
  protection: protectionSaisie.nullable().default(null),
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
  griefs: z.array(griefVu.omit({ citation: true, motivation: true, passage: true, retrait: true })),
  provenances: z.array(provenanceVue),
  transmissions: z.array(transmissionVue),
  /** from when silence is counted, and what it becomes; the other defensible reading when the law has two */
  silence: z.object({
    departLe: z.string(),
    rejetLe: z.string().nullable(),
    autreLecture: z.object({ departLe: z.string(), rejetLe: z.string().nullable() }).nullable(),
    article: z.string(),
    lectures: z.array(z.object({ libelle: z.string(), texte: z.string() })),
  }),
  actions: z.object({
    accuserReception: refus,
    envoyerLAccuse: refus,
    noterEnregistrement: refus,
    preparerReponse: refusMotive,
    /** of the answer prepared and still here; refused once a finding it tells has changed */
    envoyerLaReponse: refusMotive,
    noterReponse: refus,
    clore: refusMotive,
    restituer: refus,
    classerSansReponse: refus,
    remettreCopie: refus,
    qualifier: refus,
    transmettre: refus,
    orienter: refus,
    rouvrir: refus,
  }),
  /** channel the acknowledgement should take, from how the complaint came (CRPA R112-11-3) */
  canalAccuse: z.enum(CANAUX_DE_COURRIER),
})
export type ReclamationVue = z.output<typeof reclamationVue>

/** A complaint a further letter may join. */
export const suiteVue = z.object({
  id: z.uuid(),
  numero: z.string(),
  objet: z.string(),
  libelleEtat: z.string(),
  estClos: z.boolean(),
  recuLe: z.string(),
})
export type SuiteVue = z.output<typeof suiteVue>

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
  /** Complaints of the same person, newest first: a further letter may join one of them. Nothing is joined by itself. */
  listerSuites: operation({
    method: 'GET',
    path: '/reclamations/suites/:personneId',
    permission: 'reclamations.enregistrer',
    audit: 'suites-cherchees',
    input: z.object({ personneId: z.uuid() }),
    output: z.object({ suites: z.array(suiteVue) }),
  }),
  /** A further letter of the same person joins a complaint, which it may reopen. */
  joindre: operation({
    method: 'POST',
    path: '/reclamations/:id/joindre',
    permission: 'reclamations.enregistrer',
    audit: 'courrier-joint',
    idempotent: true,
    input: z.object({
      id: z.uuid(),
      canal: z.enum(CANAUX, { error: 'Choisissez le canal d’arrivée.' }),
      recuLe: jour('Indiquez la date de réception.'),
      texte: texte({ max: 200_000 }),
      usage: z.enum(USAGES_DU_TEXTE),
      pieces: z.array(z.uuid()).max(200),
      rouvrir: z.boolean(),
      provenance: provenanceSaisie.nullable().default(null),
      brouillonId: z.uuid().nullable().default(null),
    }),
    output: effet,
  }),
  /** Who handed the complaint over: added afterwards, or corrected. */
  noterProvenance: operation({
    method: 'POST',
    path: '/reclamations/:id/provenance',
    permission: 'reclamations.enregistrer',
    audit: 'provenance-notee',
    input: provenanceSaisie.extend({
      ...cible,
      provenanceId: z.uuid().nullable(),
      recueLe: jour('Indiquez le jour où sa lettre est arrivée.'),
    }),
    output: effet,
  }),
  noterExplications: operation({
    method: 'POST',
    path: '/reclamations/:id/explications-envoyees',
    permission: 'reclamations.accuser-reception',
    audit: 'explications-envoyees',
    input: z.object({ ...cible, provenanceId: z.uuid(), envoyeesLe: jour('Indiquez la date d’envoi.') }),
    output: effet,
  }),
  /** Makes both letters of a transmission: to the administration, and to the person (CRPA L114-2). */
  transmettre: operation({
    method: 'POST',
    path: '/reclamations/:id/transmettre',
    permission: 'reclamations.transmettre',
    audit: 'transmission-preparee',
    input: z.object({
      ...cible,
      correspondantId: z.uuid({ error: 'Choisissez à qui la transmettre.' }),
      estTotale: z.boolean(),
      objet: ligne({
        max: 2000,
        requis: 'Dites ce qui est transmis, et pourquoi : ces mots vont dans les deux lettres.',
      }),
      avecDonneesDeSante: z.boolean(),
      estAccordee: z.boolean(),
      /** pieces that go with the letter */
      pieces: z.array(z.uuid()).max(200),
      canal: z.enum(CANAUX_DE_COURRIER),
      /** of the letter to the person */
      canalDeLAvis: z.enum(CANAUX_DE_COURRIER),
      destinataireId: z.uuid().nullable().default(null),
    }),
    output: effet,
  }),
  /** Makes the letter that tells the person which service and procedure of the hospital handles the request. */
  orienter: operation({
    method: 'POST',
    path: '/reclamations/:id/orienter',
    permission: 'reclamations.transmettre',
    audit: 'orientation-preparee',
    input: z.object({
      ...cible,
      procedure: z.enum(PROCEDURES, { error: 'Choisissez la procédure.' }),
      service: ligne({ max: 200, requis: 'Indiquez le service qui s’en occupe.' }),
      coordonnees: ligne({ max: 300, requis: 'Indiquez comment le joindre.' }),
      estTotale: z.boolean(),
      objet: ligne({
        max: 2000,
        requis: 'Dites ce qui relève de cette procédure : ces mots vont dans la lettre.',
      }),
      canal: z.enum(CANAUX_DE_COURRIER),
      destinataireId: z.uuid().nullable().default(null),
    }),
    output: effet,
  }),
  abandonnerTransmission: operation({
    method: 'POST',
    path: '/reclamations/:id/abandonner-transmission',
    permission: 'reclamations.transmettre',
    audit: 'transmission-abandonnee',
    input: z.object({ ...cible, transmissionId: z.uuid() }),
    output: effet,
  }),
  ...contratDesGriefs,
  ...contratDeLAnalyse,
  ...contratDeLaReponse,
}
