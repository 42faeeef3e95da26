import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { echeanceVue } from '#core/echeances/contract.ts'
import { personneChoisie, personneVue, ROLES_DANS_LE_DOSSIER } from '#core/personnes/contract.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'
import { contratDesAffaires } from './contract-affaires.ts'
import { contratDesBrouillons } from './contract-brouillons.ts'
import { criteres } from './contract-criteres.ts'
import { contratDesEtiquettes, etiquetteVue } from './contract-etiquettes.ts'
import { contratDesListes } from './contract-listes.ts'
import { contratDesMisesDeCote, miseDeCoteVue } from './contract-mises-de-cote.ts'
import { contratDesNotes } from './contract-notes.ts'
import { protectionVue } from './contract-protection.ts'
import { trouvailles } from './contract-recherche.ts'
import { CODES_D_ATTENTE } from './domain/attente.ts'
import { CANAUX } from './domain/canal.ts'
import { PRIORITES } from './domain/priorite.ts'
import { RAISONS_CHOISIES } from './domain/protection.ts'

export { type ProtectionSaisie, protectionSaisie } from './contract-protection.ts'
export type { PassageTrouve } from './contract-recherche.ts'

const operation = operationFor<PermissionDuSocle>()

export const CLASSES = ['ordinaire', 'sensible'] as const
export const NATURES_DE_LIEN = ['meme-affaire', 'suite-de', 'doublon-de'] as const
/** Who owes what on a dossier. */
export const attenteVue = z.object({
  code: z.enum(CODES_D_ATTENTE),
  de: z.string(),
  pourLe: z.string().nullable(),
})

/** A row of any list of dossiers. */
export const ligneDeDossier = z.object({
  id: z.uuid(),
  type: z.string(),
  numero: z.string(),
  objet: z.string(),
  auteur: z.string(),
  etat: z.string(),
  libelleEtat: z.string(),
  estClos: z.boolean(),
  classe: z.enum(CLASSES),
  recuLe: z.string(),
  closLe: z.string().nullable(),
  version: z.int(),
  priorite: z.enum(PRIORITES),
  prochaineEcheanceLe: z.string().nullable(),
  prochaineEcheanceCode: z.string().nullable(),
  /** what the next deadline is about, in a few words */
  prochaineEcheance: z.string().nullable(),
  situation: z.enum(['a-venir', 'proche', 'depassee', 'sans']),
  assigneA: z.uuid().nullable(),
  assigneNom: z.string().nullable(),
  services: z.array(z.string()),
  /** who owes what, the most urgent first */
  attentes: z.array(attenteVue),
  /** words of the department; none for who is not of it */
  etiquettes: z.array(etiquetteVue),
  /** until when the reader put it aside */
  deCoteJusquAu: z.string().nullable(),
})
export type LigneDeDossier = z.output<typeof ligneDeDossier>

/** A refusal code of the domain, or null when the action is possible now. */
export const refus = z.object({ code: z.string() }).nullable()

export const faitVu = z.object({
  id: z.uuid(),
  code: z.string(),
  libelle: z.string(),
  survenuLe: z.string(),
  survenuA: z.string().nullable(),
  enregistreA: z.string(),
  agent: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** the fact this one corrects, and why */
  rectifie: z.uuid().nullable(),
  motif: z.string().nullable(),
  estRectifie: z.boolean(),
  refusDeRectifier: refus,
})

export const lectureVue = z.object({
  agent: z.string(),
  evenement: z.string(),
  libelle: z.string(),
  survenueA: z.string(),
})

/** What every dossier page shows, whatever the type. */
export const troncVu = z.object({
  id: z.uuid(),
  type: z.string(),
  libelleType: z.string(),
  numero: z.string(),
  etat: z.string(),
  libelleEtat: z.string(),
  estClos: z.boolean(),
  /** the states of the procedure in order, for the steps bar */
  etapes: z.array(
    z.object({
      etat: z.string(),
      libelle: z.string(),
      situation: z.enum(['franchie', 'courante', 'a-venir']),
    }),
  ),
  version: z.int(),
  classe: z.enum(CLASSES),
  objet: z.string(),
  recuLe: z.string(),
  priorite: z.enum(PRIORITES),
  etiquettes: z.array(etiquetteVue),
  /** the reader's own; past its day it no longer hides anything */
  miseDeCote: miseDeCoteVue.nullable(),
  assigne: z.object({ id: z.uuid(), nom: z.string() }).nullable(),
  services: z.array(z.object({ id: z.uuid(), nom: z.string() })),
  /** named, and of the reader's perimeter */
  affaire: z.object({ id: z.uuid(), titre: z.string() }).nullable(),
  echeances: z.array(echeanceVue),
  faits: z.array(faitVu),
  recits: z.array(
    z.object({
      id: z.uuid(),
      rang: z.int(),
      texte: z.string(),
      creeA: z.string(),
      agent: z.string().nullable(),
    }),
  ),
  personnes: z.array(
    personneVue.extend({
      role: z.enum(ROLES_DANS_LE_DOSSIER),
      qualite: z.string(),
      /** why they cannot be removed now, in words */
      refusDeRetirer: z.string().nullable(),
    }),
  ),
  /** why it is sensitive, for who works on it; null for the others, or when it is not */
  protection: protectionVue.nullable(),
  /** agents the dossier is withheld from, for those who decide it; null for the others */
  conflits: z.array(z.object({ agentId: z.uuid(), nom: z.string(), declareA: z.string() })).nullable(),
  liens: z.array(
    z.object({
      id: z.uuid(),
      numero: z.string(),
      objet: z.string(),
      type: z.string(),
      nature: z.enum(NATURES_DE_LIEN),
      /** the link was made from the other one: « a pour suite » */
      estInverse: z.boolean(),
    }),
  ),
  /** generic transitions of the definition: code → why it is refused now, or null */
  transitions: z.array(
    z.object({ code: z.string(), libelle: z.string(), refus: refus, messageDeRefus: z.string().nullable() }),
  ),
  /** who saw it: only for the roles that may read the journal */
  lectures: z.array(lectureVue).nullable(),
})
export type TroncVu = z.output<typeof troncVu>

const cible = { id: z.uuid(), version: z.int() }
const effet = z.object({ id: z.uuid(), version: z.int() })
const motif = ligne({ max: 1000, requis: 'Dites pourquoi : ce motif reste au dossier.' })

/** Dossiers one may act on at once. */
export const LOT_MAX = 200

export const FORMATS_D_EXPORT = ['xlsx', 'csv'] as const
export type FormatDExport = (typeof FORMATS_D_EXPORT)[number]

export const contract = {
  ...contratDesListes,
  ...contratDesNotes,
  ...contratDesEtiquettes,
  ...contratDesMisesDeCote,
  ...contratDesAffaires,
  lister: operation({
    method: 'POST',
    path: '/dossiers/lister',
    permission: 'dossiers.consulter',
    audit: 'dossiers-listes',
    readOnly: true,
    input: criteres.extend({
      apres: z.string().max(200).optional(),
      limite: z.int().min(1).max(100).default(50),
    }),
    output: z.object({
      dossiers: z.array(ligneDeDossier),
      suite: z.string().nullable(),
      /** a search found more than it looks at: only the newest were ranked */
      tronquee: z.boolean(),
      ...trouvailles,
    }),
  }),
  /** The list as a file for a spreadsheet: same filters, every row; one per dossier, or as a sheet of a case type says. */
  exporter: operation({
    method: 'POST',
    path: '/dossiers/exporter',
    permission: 'dossiers.consulter',
    audit: 'dossiers-exportes',
    readOnly: true,
    stream: 'download',
    input: criteres.extend({
      format: z.enum(FORMATS_D_EXPORT).default('xlsx'),
      feuille: z.string().max(60).default('dossiers'),
      /** only these, in this order: what was chosen in the list */
      ids: z.array(z.uuid()).min(1).max(LOT_MAX).optional(),
    }),
    output: z.object({}),
  }),
  /** Type of a dossier from its id: where a link must lead. */
  situer: operation({
    method: 'GET',
    path: '/dossiers/:id/situer',
    permission: 'dossiers.consulter',
    audit: 'dossier-situe',
    input: z.object({ id: z.uuid() }),
    output: z.object({ id: z.uuid(), type: z.string(), numero: z.string() }),
  }),
  /** What a dossier opened from this one starts with: how it came, what was said, who said it. */
  obtenirOrigine: operation({
    method: 'GET',
    path: '/dossiers/:id/origine',
    permission: 'dossiers.modifier',
    audit: 'origine-consultee',
    input: z.object({ id: z.uuid() }),
    output: z.object({
      id: z.uuid(),
      numero: z.string(),
      libelleType: z.string(),
      recuLe: z.string(),
      canal: z.enum(CANAUX).nullable(),
      recit: z.string(),
      auteur: personneVue.nullable(),
      services: z.array(z.uuid()),
    }),
  }),
  /** The types of this installation with their states, for filters. */
  listerTypes: operation({
    method: 'GET',
    path: '/dossiers/types',
    permission: 'dossiers.consulter',
    audit: 'types-listes',
    input: z.object({}),
    output: z.object({
      types: z.array(
        z.object({
          code: z.string(),
          libelle: z.string(),
          pluriel: z.string(),
          etats: z.array(z.object({ code: z.string(), libelle: z.string() })),
          /** ways to export its lists other than one row per dossier */
          feuilles: z.array(z.object({ code: z.string(), libelle: z.string() })),
        }),
      ),
    }),
  }),
  assigner: operation({
    method: 'POST',
    path: '/dossiers/:id/assigner',
    permission: 'dossiers.assigner',
    audit: 'dossier-assigne',
    input: z.object({ ...cible, agentId: z.uuid().nullable() }),
    output: effet,
  }),
  /** How soon the department wants it handled: no deadline follows from it. */
  prioriser: operation({
    method: 'POST',
    path: '/dossiers/:id/priorite',
    permission: 'dossiers.modifier',
    audit: 'dossier-priorise',
    input: z.object({ ...cible, priorite: z.enum(PRIORITES) }),
    output: effet,
  }),
  /** Objet, services and class: one explicit save, refused when the version is stale. */
  modifier: operation({
    method: 'POST',
    path: '/dossiers/:id/modifier',
    permission: 'dossiers.modifier',
    audit: 'dossier-modifie',
    input: z.object({
      ...cible,
      objet: ligne({ max: 300, requis: 'Dites en quelques mots l’objet.' }),
      services: z.array(z.uuid()).max(50),
    }),
    output: effet,
  }),
  classer: operation({
    method: 'POST',
    path: '/dossiers/:id/classe',
    permission: 'dossiers.proteger',
    audit: 'dossier-classe-change',
    input: z.object({
      ...cible,
      classe: z.enum(CLASSES),
      raison: z.enum(RAISONS_CHOISIES).default('autre'),
      motif,
    }),
    output: effet,
  }),
  /** Narrative in immutable versions: this adds one. */
  completerRecit: operation({
    method: 'POST',
    path: '/dossiers/:id/recit',
    permission: 'dossiers.modifier',
    audit: 'recit-complete',
    input: z.object({ ...cible, texte: texte({ min: 1, max: 200_000, requis: 'Le récit est vide.' }) }),
    output: effet,
  }),
  ajouterPersonne: operation({
    method: 'POST',
    path: '/dossiers/:id/personnes',
    permission: 'dossiers.modifier',
    audit: 'personne-ajoutee',
    input: z.object({
      ...cible,
      role: z.enum(ROLES_DANS_LE_DOSSIER),
      qualite: texte({ max: 100 }),
      personne: personneChoisie,
    }),
    output: effet,
  }),
  retirerPersonne: operation({
    method: 'POST',
    path: '/dossiers/:id/personnes/retirer',
    permission: 'dossiers.modifier',
    audit: 'personne-retiree',
    input: z.object({ ...cible, personneId: z.uuid(), role: z.enum(ROLES_DANS_LE_DOSSIER), motif }),
    output: effet,
  }),
  lier: operation({
    method: 'POST',
    path: '/dossiers/:id/liens',
    permission: 'dossiers.modifier',
    audit: 'dossier-lie',
    input: z.object({
      ...cible,
      numero: ligne({ max: 40, requis: 'Indiquez le numéro du dossier à lier.' }),
      nature: z.enum(NATURES_DE_LIEN),
    }),
    output: effet,
  }),
  delier: operation({
    method: 'POST',
    path: '/dossiers/:id/liens/retirer',
    permission: 'dossiers.modifier',
    audit: 'dossier-delie',
    input: z.object({ ...cible, versId: z.uuid() }),
    output: effet,
  }),
  /** A dated note of what happened: a call, a visit, a meeting. */
  noter: operation({
    method: 'POST',
    path: '/dossiers/:id/notes',
    permission: 'dossiers.modifier',
    audit: 'note-ajoutee',
    input: z.object({
      ...cible,
      survenuLe: jour(),
      texte: texte({ min: 1, max: 10_000, requis: 'La note est vide.' }),
    }),
    output: effet,
  }),
  /** Corrects the day of a recorded fact, with a reason; the first entry stays readable. */
  rectifierFait: operation({
    method: 'POST',
    path: '/dossiers/:id/faits/rectifier',
    permission: 'dossiers.rectifier',
    audit: 'fait-rectifie',
    input: z.object({
      ...cible,
      faitId: z.uuid(),
      survenuLe: jour(),
      motif,
    }),
    output: effet,
  }),
  /** A transition of the type's definition that needs nothing but a click. */
  franchir: operation({
    method: 'POST',
    path: '/dossiers/:id/transition',
    permission: 'dossiers.modifier',
    audit: 'etat-change',
    input: z.object({ ...cible, transition: z.string().max(60) }),
    output: effet.extend({ etat: z.string() }),
  }),
  declarerConflit: operation({
    method: 'POST',
    path: '/dossiers/:id/conflits',
    permission: 'dossiers.proteger',
    audit: 'conflit-declare',
    input: z.object({ id: z.uuid(), agentId: z.uuid() }),
    output: z.object({}),
  }),
  /** Declared by mistake, or over: the agent sees the dossier again. */
  leverConflit: operation({
    method: 'POST',
    path: '/dossiers/:id/conflits/lever',
    permission: 'dossiers.proteger',
    audit: 'conflit-leve',
    input: z.object({ id: z.uuid(), agentId: z.uuid(), motif }),
    output: z.object({}),
  }),
  ...contratDesBrouillons,
}
