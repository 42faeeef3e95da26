import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { ROLES_DANS_LE_DOSSIER } from '#core/personnes/contract.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne, texte } from '#platform/texte.ts'

const operation = operationFor<PermissionDuSocle>()

const saisie = {
  titre: ligne({ max: 200, requis: 'Donnez un titre à cette affaire.' }),
  /** the day of the facts, or of the first of them */
  depuisLe: jour('Indiquez depuis quand.'),
  motif: texte({ max: 2000 }),
}

export const affaireListee = z.object({
  id: z.uuid(),
  titre: z.string(),
  depuisLe: z.string(),
  /** of the reader's perimeter */
  nombreDeDossiers: z.int(),
  nombreOuverts: z.int(),
})
export type AffaireListee = z.output<typeof affaireListee>

/** Dossiers about the same facts, under a name. Each keeps its own rights: an affaire shows those the reader sees. */
export const contratDesAffaires = {
  listerAffaires: operation({
    method: 'POST',
    path: '/affaires/lister',
    permission: 'affaires.consulter',
    audit: 'affaires-listees',
    readOnly: true,
    input: z.object({ apres: z.string().max(60).optional() }),
    output: z.object({ affaires: z.array(affaireListee), suite: z.string().nullable() }),
  }),
  creerAffaire: operation({
    method: 'POST',
    path: '/affaires',
    permission: 'dossiers.modifier',
    audit: 'affaire-creee',
    idempotent: true,
    input: z.object({ ...saisie, dossiers: z.array(z.uuid()).min(1).max(50) }),
    output: z.object({ id: z.uuid() }),
  }),
  /** Its dossiers are a list like any other, filtered by affaire. */
  obtenirAffaire: operation({
    method: 'GET',
    path: '/affaires/:id',
    permission: 'affaires.consulter',
    audit: 'affaire-consultee',
    input: z.object({ id: z.uuid() }),
    output: z.object({
      id: z.uuid(),
      titre: z.string(),
      depuisLe: z.string(),
      motif: z.string(),
      version: z.int(),
      creeeA: z.string(),
      par: z.string().nullable(),
      personnes: z.array(
        z.object({
          id: z.uuid(),
          civilite: z.enum(['', 'mme', 'm']),
          nom: z.string(),
          prenom: z.string(),
          roles: z.array(z.object({ role: z.enum(ROLES_DANS_LE_DOSSIER), numero: z.string() })),
        }),
      ),
      /** what is still to be done on any of them, the most urgent first */
      echeances: z.array(
        z.object({
          dossierId: z.uuid(),
          type: z.string(),
          numero: z.string(),
          code: z.string(),
          libelle: z.string(),
          limiteLe: z.string(),
          situation: z.enum(['a-venir', 'proche', 'depassee', 'sans']),
        }),
      ),
    }),
  }),
  modifierAffaire: operation({
    method: 'POST',
    path: '/affaires/:id',
    permission: 'dossiers.modifier',
    audit: 'affaire-modifiee',
    input: z.object({ id: z.uuid(), version: z.int(), ...saisie }),
    output: z.object({ version: z.int() }),
  }),
  /** `id` is the dossier. */
  joindreAffaire: operation({
    method: 'POST',
    path: '/dossiers/:id/affaire',
    permission: 'dossiers.modifier',
    audit: 'affaire-jointe',
    input: z.object({ id: z.uuid(), affaireId: z.uuid() }),
    output: z.object({ version: z.int() }),
  }),
  quitterAffaire: operation({
    method: 'POST',
    path: '/dossiers/:id/affaire/quitter',
    permission: 'dossiers.modifier',
    audit: 'affaire-quittee',
    input: z.object({ id: z.uuid() }),
    output: z.object({ version: z.int(), affaireId: z.uuid() }),
  }),
  /**
   * What happened, dossier by dossier on one thread, newest first: that it happened, when, by whom. What was written is read in
   * the dossier, whose opening is in its journal.
   */
  listerChronologieDAffaire: operation({
    method: 'GET',
    path: '/affaires/:id/chronologie',
    permission: 'affaires.consulter',
    audit: 'chronologie-d-affaire-consultee',
    input: z.object({ id: z.uuid(), apres: z.string().max(60).optional() }),
    output: z.object({
      faits: z.array(
        z.object({
          id: z.uuid(),
          dossierId: z.uuid(),
          type: z.string(),
          numero: z.string(),
          code: z.string(),
          libelle: z.string(),
          survenuLe: z.string(),
          agent: z.string().nullable(),
        }),
      ),
      suite: z.string().nullable(),
    }),
  }),
}
