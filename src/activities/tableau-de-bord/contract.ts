import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { attenteVue, ligneDeDossier } from '#core/dossiers/contract.ts'
import { operationFor } from '#platform/contract.ts'
import { contractRemplacements } from './contract-remplacements.ts'
import { contractService } from './contract-service.ts'

const operation = operationFor<PermissionDuSocle>()

/** One line of the home: a dossier, what to do about it, and why now. */
export const ligneAFaire = z.object({
  dossier: ligneDeDossier,
  motif: z.enum(['depassee', 'aujourd-hui', 'proche', 'nouveau']),
  titre: z.string(),
  explication: z.string(),
})

/** Something awaited, with its dossier and how late it is. */
export const ligneAttendue = attenteVue.extend({
  dossier: z.object({ id: z.uuid(), type: z.string(), numero: z.string(), objet: z.string() }),
  situation: z.enum(['a-venir', 'proche', 'depassee', 'sans']),
})
export type LigneAttendue = z.output<typeof ligneAttendue>

/** Someone to call back or to receive: who, when, by whom. */
export const ligneDAgenda = ligneAttendue.extend({
  auteur: z.string(),
  heure: z.string().nullable(),
  estAMoi: z.boolean(),
})
export type LigneDAgenda = z.output<typeof ligneDAgenda>

export const accueilVu = z.object({
  aujourdHui: z.string(),
  /** open dossiers of the perimeter; each figure opens the list behind it and stops counting at 1 000 */
  compteurs: z.object({ enRetard: z.int(), aujourdHui: z.int(), ouverts: z.int(), nonAssignes: z.int() }),
  plafond: z.int(),
  aFaire: z.array(ligneAFaire),
  /** call backs and appointments, late or soon: the reader's own first, hour by hour */
  agenda: z.array(ligneDAgenda),
  /** there are more than these */
  agendaCoupe: z.boolean(),
  /** what others await from the reader: a visa, a signature */
  deMoi: z.array(ligneAttendue),
  /** what the department awaits from services, signatories and people in charge */
  enAttente: z.array(ligneAttendue),
  brouillons: z.int(),
})
export type AccueilVu = z.output<typeof accueilVu>

export const contract = {
  obtenirAccueil: operation({
    method: 'GET',
    path: '/accueil',
    permission: 'dossiers.consulter',
    audit: 'accueil-consulte',
    input: z.object({}),
    output: accueilVu,
  }),
  ...contractService,
  ...contractRemplacements,
}
