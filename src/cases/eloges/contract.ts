import { z } from 'zod'
import { troncVu } from '#core/dossiers/contract.ts'
import { CANAUX } from '#core/dossiers/domain/canal.ts'
import { pieceVue } from '#core/pieces/contract.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { texte } from '#platform/texte.ts'
import { aTransmettre, contractTransmission, transmissionVue } from './contract-transmission.ts'
import { FORMES_D_ACCORD } from './domain/accord.ts'
import type { Permission } from './domain/permissions.ts'

const operation = operationFor<Permission>()

/** Ten seconds: a text, perhaps a service, perhaps a name. The rest has a default. */
export const saisie = z.object({
  texte: texte({ min: 1, max: 50_000, requis: 'Écrivez ou collez le message de remerciement.' }),
  auteur: texte({ max: 200 }),
  /** how the author agreed to be named to the team; null when that is not known */
  accord: z.enum(FORMES_D_ACCORD).nullable().default(null),
  services: z.array(z.uuid()).max(50),
  canal: z.enum(CANAUX),
  recuLe: jour(),
  pieces: z.array(z.uuid()).max(50),
  /** the dossier of another type it was made from: a contact */
  origineId: z.uuid().nullable().default(null),
})
export type Saisie = z.output<typeof saisie>

export const contract = {
  enregistrer: operation({
    method: 'POST',
    path: '/eloges',
    permission: 'eloges.enregistrer',
    audit: 'eloge-enregistre',
    idempotent: true,
    input: saisie,
    output: z.object({ id: z.uuid(), numero: z.string() }),
  }),
  obtenir: operation({
    method: 'GET',
    path: '/eloges/:id',
    permission: 'eloges.lire',
    audit: 'dossier-consulte',
    input: z.object({ id: z.uuid() }),
    output: z.object({
      tronc: troncVu,
      canal: z.enum(CANAUX),
      pieces: z.array(pieceVue),
      transmissions: z.array(transmissionVue),
      aTransmettre: aTransmettre.nullable(),
    }),
  }),
  ...contractTransmission,
}
