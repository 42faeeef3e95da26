import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { ligne } from '#platform/texte.ts'

const operation = operationFor<PermissionDuSocle>()

/** What one dossier bears at most. */
export const ETIQUETTES_MAX = 20

export const etiquetteVue = z.object({ id: z.uuid(), libelle: z.string() })
export type EtiquetteVue = z.output<typeof etiquetteVue>

const libelle = ligne({ max: 40, requis: 'Écrivez l’étiquette.' })

/** Words of the department on its dossiers: one vocabulary, which any of its agents completes. */
export const contratDesEtiquettes = {
  listerEtiquettes: operation({
    method: 'GET',
    path: '/dossiers/etiquettes',
    permission: 'dossiers.modifier',
    audit: 'etiquettes-listees',
    input: z.object({}),
    output: z.object({
      etiquettes: z.array(etiquetteVue.extend({ version: z.int() })),
      peutTenir: z.boolean(),
    }),
  }),
  /** Answers the one that already has these words, accents and case apart. */
  creerEtiquette: operation({
    method: 'POST',
    path: '/dossiers/etiquettes',
    permission: 'dossiers.modifier',
    audit: 'etiquette-creee',
    idempotent: true,
    input: z.object({ libelle }),
    output: etiquetteVue,
  }),
  renommerEtiquette: operation({
    method: 'POST',
    path: '/dossiers/etiquettes/:id',
    permission: 'dossiers.regler',
    audit: 'etiquette-renommee',
    input: z.object({ id: z.uuid(), version: z.int(), libelle }),
    output: z.object({}),
  }),
  /** No longer offered; the dossiers that bear it keep it. */
  retirerEtiquette: operation({
    method: 'POST',
    path: '/dossiers/etiquettes/:id/retirer',
    permission: 'dossiers.regler',
    audit: 'etiquette-retiree',
    input: z.object({ id: z.uuid(), version: z.int() }),
    output: z.object({}),
  }),
  /** Adds and removes; what is already so stays so. The dossier's version does not change: nothing of it is overwritten. */
  etiqueter: operation({
    method: 'POST',
    path: '/dossiers/:id/etiquettes',
    permission: 'dossiers.modifier',
    audit: 'dossier-etiquete',
    input: z.object({
      id: z.uuid(),
      ajouter: z.array(z.uuid()).max(ETIQUETTES_MAX).default([]),
      retirer: z.array(z.uuid()).max(ETIQUETTES_MAX).default([]),
    }),
    output: z.object({}),
  }),
}
