import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { ETATS_DE_LECTURE } from './domain/lecture.ts'

const operation = operationFor<PermissionDuSocle>()

export const NATURES_DE_PIECE = [
  'message',
  'piece-jointe',
  'numerisation',
  'consignation',
  'courrier',
  'document',
] as const
export const APERCUS = ['pdf', 'image', 'texte', 'aucun'] as const

export const RAISONS_DE_SUITE = ['reponse-a-un-message', 'numero-cite'] as const

export const alerte = z.object({ code: z.string(), message: z.string() })

export const pieceVue = z.object({
  id: z.uuid(),
  nature: z.enum(NATURES_DE_PIECE),
  pieceMereId: z.uuid().nullable(),
  nom: z.string(),
  type: z.string(),
  extension: z.string(),
  apercu: z.enum(APERCUS),
  taille: z.int(),
  sha256: z.string(),
  alertes: z.array(alerte),
  deposeeA: z.string(),
  /** what became of its text; null while it is in no dossier, and for what is not read */
  lecture: z
    .object({ etat: z.enum(ETATS_DE_LECTURE), phrase: z.string() })
    .nullable()
    .default(null),
})
export type PieceVue = z.output<typeof pieceVue>

/** What a dropped message says, read once at deposit; the message itself is kept byte for byte. */
export const messageLu = z.object({
  expediteur: z.object({ nom: z.string(), courriel: z.string() }).nullable(),
  objet: z.string(),
  texte: z.string(),
  /** when our own server took it (top Received header), as an instant and as a day of the establishment; null when not trustworthy */
  recuA: z.string().nullable(),
  recuLe: z.string().nullable(),
  /** what the sender's machine claims: shown, never used alone */
  dateAnnoncee: z.string().nullable(),
  messageId: z.string().nullable(),
  /** identifiers of the messages it answers */
  repondA: z.array(z.string()).default([]),
  /** automatic answer, bounce…: why no dossier should be made of it; null for a person's message */
  automatique: z.string().nullable(),
})
export type MessageLu = z.output<typeof messageLu>

export const depotVu = z.object({
  piece: pieceVue,
  /** attachments of a message, each a piece */
  jointes: z.array(pieceVue),
  /** attachments that could not be kept, with the reason */
  refusees: z.array(z.object({ nom: z.string(), message: z.string() })),
  message: messageLu.nullable(),
  /** the same message or file already in a dossier of the perimeter */
  doublons: z.array(z.object({ dossierId: z.uuid(), numero: z.string(), objet: z.string() })),
  /** dossiers of the perimeter it seems to follow: it answers one of their messages, or cites their number */
  suites: z
    .array(
      z.object({
        dossierId: z.uuid(),
        type: z.string(),
        numero: z.string(),
        objet: z.string(),
        raison: z.enum(RAISONS_DE_SUITE),
      }),
    )
    .default([]),
})
export type DepotVu = z.output<typeof depotVu>

export const contract = {
  /** Raw body; the file name travels in the header `x-nom-de-fichier`, URI-encoded, never in the address. */
  deposer: operation({
    method: 'POST',
    path: '/pieces/deposer',
    permission: 'pieces.deposer',
    audit: 'piece-deposee',
    stream: 'upload',
    input: z.object({ dossierId: z.uuid().optional() }),
    output: depotVu,
  }),
  lister: operation({
    method: 'GET',
    path: '/dossiers/:id/pieces',
    permission: 'pieces.consulter',
    audit: 'pieces-listees',
    input: z.object({ id: z.uuid() }),
    output: z.object({ pieces: z.array(pieceVue) }),
  }),
  /** The exact bytes, as an attachment. */
  telecharger: operation({
    method: 'GET',
    path: '/pieces/:id/contenu',
    permission: 'pieces.consulter',
    audit: 'piece-telechargee',
    stream: 'download',
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  /** What the viewer shows: the PDF or the image as is, or the text of a text file. Sandboxed. */
  apercevoir: operation({
    method: 'GET',
    path: '/pieces/:id/apercu',
    permission: 'pieces.consulter',
    audit: 'piece-consultee',
    stream: 'download',
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  /** Reads the text of a piece of a dossier again, in the background. */
  relire: operation({
    method: 'POST',
    path: '/pieces/:id/relire',
    permission: 'pieces.deposer',
    audit: 'piece-relue',
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  /** Withdraws a deposit that no dossier has taken. */
  retirerDepot: operation({
    method: 'POST',
    path: '/pieces/:id/retirer',
    permission: 'pieces.deposer',
    audit: 'depot-retire',
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
}
