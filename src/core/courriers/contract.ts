import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'
import { contratDesModeles } from './contract-modeles.ts'
import { contratDesSignataires } from './contract-signataires.ts'
import { CANAUX_DE_COURRIER, ETATS_D_ENVOI, ETATS_DE_COURRIER, MODES_D_ENVOI } from './domain/etat.ts'
import { CODES_DE_REFUS } from './domain/labels.ts'
import { EXIGENCES_DE_SIGNATURE, EXIGENCES_DE_VISA } from './domain/modele.ts'
import { ACTIONS_DE_COURRIER, PROCHAINES, SUITES_DU_RECOMMANDE } from './domain/rules.ts'

const operation = operationFor<PermissionDuSocle>()

export { CANAUX_DE_COURRIER }

const refus = z.enum(CODES_DE_REFUS).nullable()

export const versionVue = z.object({
  id: z.uuid(),
  rang: z.int(),
  origine: z.enum(['fusion', 'reimport']),
  pieceId: z.uuid(),
  nom: z.string(),
  sha256: z.string(),
  produitA: z.string(),
  agent: z.string().nullable(),
  estSansIdentite: z.boolean(),
  pdf: z.object({ pieceId: z.uuid(), origine: z.enum(['conversion', 'depot']) }).nullable(),
})
export type VersionVue = z.output<typeof versionVue>

export const envoiVu = z.object({
  id: z.uuid(),
  rang: z.int(),
  mode: z.enum(MODES_D_ENVOI),
  etat: z.enum(ETATS_D_ENVOI),
  envoyeLe: z.string().nullable(),
  tenteA: z.string(),
  par: z.string().nullable(),
  /** handed to the mail server by the application, rather than noted */
  estParLaMessagerie: z.boolean(),
  destinataire: z.string(),
  numero: z.string().nullable(),
  remisA: z.string().nullable(),
  raison: z.string(),
  suivis: z.object({
    depose: z.string().nullable(),
    avise: z.string().nullable(),
    distribue: z.string().nullable(),
    retourne: z.string().nullable(),
  }),
  preuvePieceId: z.uuid().nullable(),
})
export type EnvoiVu = z.output<typeof envoiVu>

/** A letter with all its card shows: where it is, who approved and signed it, how it left, what may be done by who asks. */
export const courrierVu = z.object({
  id: z.uuid(),
  dossierId: z.uuid(),
  version: z.int(),
  code: z.string(),
  libelle: z.string(),
  /** the file of the last version */
  pieceId: z.uuid(),
  nom: z.string(),
  canal: z.enum(CANAUX_DE_COURRIER),
  produitA: z.string(),
  agent: z.string().nullable(),
  envoyeLe: z.string().nullable(),
  etat: z.enum(ETATS_DE_COURRIER),
  exigences: z.object({ visa: z.enum(EXIGENCES_DE_VISA), signature: z.enum(EXIGENCES_DE_SIGNATURE) }),
  destinataire: z.object({ nom: z.string(), courriel: z.string() }),
  /** the signatory whose name it bears, when one was chosen */
  signataire: z.string().nullable(),
  motifDAbandon: z.string().nullable(),
  /** newest first */
  versions: z.array(versionVue),
  /** asked or decided, newest first; those of older versions too */
  visas: z.array(
    z.object({
      rang: z.int(),
      agentId: z.uuid(),
      agent: z.string(),
      message: z.string(),
      demandeA: z.string(),
      decision: z.enum(['donne', 'refuse']).nullable(),
      commentaire: z.string(),
      decideA: z.string().nullable(),
      estAnnule: z.boolean(),
    }),
  ),
  signature: z
    .object({
      rang: z.int(),
      nature: z.enum(['application', 'papier']),
      nom: z.string(),
      qualite: z.string(),
      delegation: z.string(),
      signeLe: z.string(),
      sha256: z.string(),
      scan: z.object({ pieceId: z.uuid(), estPdf: z.boolean() }).nullable(),
    })
    .nullable(),
  /** newest first */
  envois: z.array(envoiVu),
  actions: z.record(z.enum(ACTIONS_DE_COURRIER), refus),
  prochaine: z.enum(PROCHAINES).nullable(),
  /** why the application cannot hand an e-mail over, or make a PDF by itself; null when it can */
  messagerie: z.string().nullable(),
  convertisseur: z.string().nullable(),
})
export type CourrierVu = z.output<typeof courrierVu>

const cible = { id: z.uuid(), version: z.int() }
/** beside a raw body, the rest travels in the address */
const cibleDUnFichier = { id: z.uuid(), version: z.coerce.number().int() }
const effet = z.object({ id: z.uuid(), version: z.int() })

const morceau = z.object({ nature: z.enum(['egal', 'ajoute', 'retire']), texte: z.string() })

export const defautDeLettre = z.object({ code: z.string(), endroit: z.string(), message: z.string() })
export type DefautDeLettre = z.output<typeof defautDeLettre>

export const contract = {
  ...contratDesModeles,
  /**
   * The Word file corrected by an agent. With a defect nothing is kept: `rang` is null and each defect has its place. A
   * file without its invisible identity waits for a confirmation, told in `aConfirmer`.
   */
  deposerVersion: operation({
    method: 'POST',
    path: '/courriers/:id/versions',
    permission: 'courriers.ecrire',
    audit: 'courrier-corrige',
    stream: 'upload',
    input: z.object({ ...cibleDUnFichier, sansIdentite: z.enum(['refuser', 'accepter']).default('refuser') }),
    output: effet.extend({
      rang: z.int().nullable(),
      defauts: z.array(defautDeLettre),
      aConfirmer: z.string().nullable(),
    }),
  }),
  /** What changed between two versions, paragraph by paragraph. */
  comparerVersions: operation({
    method: 'GET',
    path: '/courriers/:id/comparaison',
    permission: 'courriers.consulter',
    audit: 'courrier-compare',
    input: z.object({ id: z.uuid(), de: z.coerce.number().int(), a: z.coerce.number().int() }),
    output: z.object({
      blocs: z.array(
        z.object({
          nature: z.enum(['egal', 'ajoute', 'retire', 'modifie']),
          morceaux: z.array(morceau),
        }),
      ),
    }),
  }),
  demanderVisa: operation({
    method: 'POST',
    path: '/courriers/:id/demander-visa',
    permission: 'courriers.ecrire',
    audit: 'visa-demande',
    input: z.object({
      ...cible,
      agentId: z.uuid({ error: 'Choisissez qui doit viser.' }),
      message: texte({ max: 2000 }),
    }),
    output: effet,
  }),
  /** Given, or returned with a comment; by who was asked. */
  rendreVisa: operation({
    method: 'POST',
    path: '/courriers/:id/rendre-visa',
    permission: 'courriers.ecrire',
    audit: 'visa-rendu',
    input: z
      .object({ ...cible, decision: z.enum(['donne', 'refuse']), commentaire: texte({ max: 2000 }) })
      .refine(({ decision, commentaire }) => decision === 'donne' || commentaire.trim() !== '', {
        path: ['commentaire'],
        error: 'Dites ce qui est à corriger.',
      }),
    output: effet,
  }),
  /** Freezes the bytes of the last version, under a delegation that stands today. */
  signer: operation({
    method: 'POST',
    path: '/courriers/:id/signer',
    permission: 'courriers.ecrire',
    audit: 'courrier-signe',
    input: z.object({
      ...cible,
      motDePasse: z.string().min(1, { error: 'Saisissez votre mot de passe.' }).max(500),
    }),
    output: effet,
  }),
  /** The scan of the letter signed by hand. */
  signerSurPapier: operation({
    method: 'POST',
    path: '/courriers/:id/signer-sur-papier',
    permission: 'courriers.ecrire',
    audit: 'courrier-signe-sur-papier',
    stream: 'upload',
    input: z.object({
      ...cibleDUnFichier,
      signataireId: z.uuid({ error: 'Choisissez qui a signé.' }),
      signeLe: jour('Indiquez le jour de la signature.'),
    }),
    output: effet,
  }),
  convertirEnPdf: operation({
    method: 'POST',
    path: '/courriers/:id/convertir',
    permission: 'courriers.ecrire',
    audit: 'courrier-converti',
    input: z.object(cible),
    output: effet,
  }),
  /** A PDF made in Word: it must say the number of the dossier and the mentions of the law, where its text can be read. */
  deposerPdf: operation({
    method: 'POST',
    path: '/courriers/:id/pdf',
    permission: 'courriers.ecrire',
    audit: 'pdf-de-courrier-depose',
    stream: 'upload',
    input: z.object(cibleDUnFichier),
    output: effet,
  }),
  /** The letter left by someone's hand: the post, a counter, their own mail. */
  noterEnvoi: operation({
    method: 'POST',
    path: '/courriers/:id/noter-envoi',
    permission: 'courriers.ecrire',
    audit: 'courrier-envoye',
    input: z.object({
      ...cible,
      mode: z.enum(MODES_D_ENVOI, { error: 'Choisissez comment il est parti.' }),
      envoyeLe: jour('Indiquez la date d’envoi.'),
      numero: texte({ max: 40 }).default(''),
      remisA: texte({ max: 200 }).default(''),
    }),
    output: effet,
  }),
  /** What an e-mail of this letter would carry: its PDF once made, then the pieces that go with it. */
  listerFichiers: operation({
    method: 'GET',
    path: '/courriers/:id/fichiers',
    permission: 'courriers.consulter',
    audit: 'fichiers-du-courrier-listes',
    input: z.object({ id: z.uuid() }),
    output: z.object({
      fichiers: z.array(z.object({ pieceId: z.uuid(), nom: z.string(), taille: z.int() })),
      /** why they cannot leave together */
      refus,
    }),
  }),
  /** Hands the PDF and the pieces that go with it to the mail server. Never twice by itself: what is doubtful is told, and decided by an agent. */
  envoyerParCourriel: operation({
    method: 'POST',
    path: '/courriers/:id/envoyer-par-courriel',
    permission: 'courriers.ecrire',
    audit: 'courrier-remis-a-la-messagerie',
    input: z.object({
      ...cible,
      objet: ligne({ max: 200, requis: 'Donnez un objet au message.' }),
      message: texte({ min: 1, max: 10_000, requis: 'Le message est vide.' }),
    }),
    output: effet.extend({ issue: z.enum(['envoye', 'a-verifier', 'non-parti']), raison: z.string() }),
  }),
  /** What became of a doubtful sending, as an agent found out. */
  constaterEnvoi: operation({
    method: 'POST',
    path: '/courriers/:id/constater-envoi',
    permission: 'courriers.ecrire',
    audit: 'envoi-constate',
    input: z.object({ ...cible, estParti: z.boolean() }),
    output: effet,
  }),
  suivreRecommande: operation({
    method: 'POST',
    path: '/courriers/:id/suivre-recommande',
    permission: 'courriers.ecrire',
    audit: 'recommande-suivi',
    input: z.object({ ...cible, suite: z.enum(SUITES_DU_RECOMMANDE), le: jour() }),
    output: effet,
  }),
  /** The receipt of a hand-over, the return slip of a registered letter. */
  joindrePreuve: operation({
    method: 'POST',
    path: '/courriers/:id/preuve',
    permission: 'courriers.ecrire',
    audit: 'preuve-d-envoi-jointe',
    stream: 'upload',
    input: z.object(cibleDUnFichier),
    output: effet,
  }),
  abandonner: operation({
    method: 'POST',
    path: '/courriers/:id/abandonner',
    permission: 'courriers.ecrire',
    audit: 'courrier-abandonne',
    input: z.object({ ...cible, motif: ligne({ max: 500, requis: 'Dites pourquoi il ne partira pas.' }) }),
    output: effet,
  }),
  ...contratDesSignataires,
}
