import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { texte } from '#platform/texte.ts'
import { personneVue, ROLES_DANS_LE_DOSSIER, rapprochementVu } from './contract-personne.ts'
import { CHAMPS_DE_FUSION, COTES } from './domain/fusion.ts'

const operation = operationFor<PermissionDuSocle>()

const deux = { id: z.uuid(), autreId: z.uuid() }

export const dossierDeFusion = z.object({
  id: z.uuid(),
  type: z.string(),
  numero: z.string(),
  objet: z.string(),
  recuLe: z.string(),
  role: z.enum(ROLES_DANS_LE_DOSSIER),
})
export type DossierDeFusion = z.output<typeof dossierDeFusion>

/** Two records made one by an agent, and that undone. `id` is the record that stays. */
export const contratDesFusions = {
  apercevoirFusion: operation({
    method: 'GET',
    path: '/personnes/:id/fusion/:autreId',
    permission: 'personnes.modifier',
    audit: 'fusion-apercue',
    input: z.object(deux),
    output: z.object({
      gardee: personneVue,
      absorbee: personneVue,
      rapprochement: rapprochementVu.nullable(),
      /** field by field: what each says, and which is proposed */
      champs: z.array(
        z.object({
          champ: z.enum(CHAMPS_DE_FUSION),
          gardee: z.string(),
          absorbee: z.string(),
          propose: z.enum(COTES),
        }),
      ),
      /** dossiers of the record that stays, and those that will come to it */
      dossiersGardes: z.array(dossierDeFusion),
      dossiersDeplaces: z.array(dossierDeFusion),
      consentementsDeplaces: z.int(),
      motifRequis: z.boolean(),
      /** why they cannot be joined, in words, or null */
      refus: z.string().nullable(),
    }),
  }),
  fusionner: operation({
    method: 'POST',
    path: '/personnes/:id/fusion/:autreId',
    permission: 'personnes.modifier',
    audit: 'personnes-fusionnees',
    input: z.object({
      ...deux,
      version: z.int(),
      autreVersion: z.int(),
      choix: z.record(z.enum(CHAMPS_DE_FUSION), z.enum(COTES)),
      motif: texte({ max: 1000 }),
    }),
    output: z.object({ fusionId: z.uuid(), version: z.int() }),
  }),
  annulerFusion: operation({
    method: 'POST',
    path: '/fusions/:id/annuler',
    permission: 'personnes.modifier',
    audit: 'fusion-annulee',
    input: z.object({ id: z.uuid() }),
    output: z.object({ gardeeId: z.uuid(), absorbeeId: z.uuid() }),
  }),
}
