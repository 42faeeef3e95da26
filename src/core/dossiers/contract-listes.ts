import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { ligne } from '#platform/texte.ts'
import { criteres } from './contract-criteres.ts'
import { COLONNES, COLONNES_MAX } from './domain/colonnes.ts'

const operation = operationFor<PermissionDuSocle>()

/** What a saved list keeps. Never the words searched: they may name someone. */
export const criteresGardes = criteres.omit({ recherche: true })
const colonnes = z
  .array(z.enum(COLONNES))
  .min(1, 'Gardez au moins une colonne.')
  .max(COLONNES_MAX, 'Six colonnes au plus.')

const saisie = {
  nom: ligne({ max: 80, requis: 'Donnez un nom à cette liste.' }),
  estPartagee: z.boolean(),
  criteres: criteresGardes,
  colonnes,
}

export const listeEnregistree = z.object({
  id: z.uuid(),
  nom: z.string(),
  estPartagee: z.boolean(),
  estMienne: z.boolean(),
  /** who made it, for the others */
  par: z.string(),
  criteres: criteresGardes,
  colonnes: z.array(z.enum(COLONNES)),
  version: z.int(),
  estParDefaut: z.boolean(),
  peutModifier: z.boolean(),
})
export type ListeEnregistree = z.output<typeof listeEnregistree>

/** Lists an agent names: filters, order, columns. Private, or shared with the department. */
export const contratDesListes = {
  listerListes: operation({
    method: 'GET',
    path: '/dossiers/listes',
    permission: 'dossiers.consulter',
    audit: 'listes-enregistrees-listees',
    input: z.object({}),
    output: z.object({ listes: z.array(listeEnregistree), peutPartager: z.boolean() }),
  }),
  enregistrerListe: operation({
    method: 'POST',
    path: '/dossiers/listes',
    permission: 'dossiers.consulter',
    audit: 'liste-enregistree',
    idempotent: true,
    input: z.object(saisie),
    output: z.object({ id: z.uuid() }),
  }),
  modifierListe: operation({
    method: 'POST',
    path: '/dossiers/listes/:id',
    permission: 'dossiers.consulter',
    audit: 'liste-modifiee',
    input: z.object({ id: z.uuid(), version: z.int(), ...saisie }),
    output: z.object({ version: z.int() }),
  }),
  supprimerListe: operation({
    method: 'POST',
    path: '/dossiers/listes/:id/supprimer',
    permission: 'dossiers.consulter',
    audit: 'liste-supprimee',
    input: z.object({ id: z.uuid(), version: z.int() }),
    output: z.object({}),
  }),
  /** Own order of the lists, and the one that opens first: nobody else sees either. */
  rangerListes: operation({
    method: 'POST',
    path: '/dossiers/listes/ranger',
    permission: 'dossiers.consulter',
    audit: 'listes-rangees',
    input: z.object({ ids: z.array(z.uuid()).max(200), parDefaut: z.uuid().nullable() }),
    output: z.object({}),
  }),
}
