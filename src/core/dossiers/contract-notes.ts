import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { texte } from '#platform/texte.ts'

const operation = operationFor<PermissionDuSocle>()

/** `modifieeA` is its version: null when there is none. */
export const notePersonnelle = z.object({ texte: z.string(), modifieeA: z.iso.datetime().nullable() })

/** A few words an agent keeps on a dossier for oneself. Not a note of the dossier: it is part of no history. */
export const contratDesNotes = {
  lireNotePersonnelle: operation({
    method: 'GET',
    path: '/dossiers/:id/note-personnelle',
    permission: 'dossiers.modifier',
    audit: 'note-personnelle-lue',
    input: z.object({ id: z.uuid() }),
    output: notePersonnelle,
  }),
  /** In place of the note read; an empty text erases it. `stale` when it changed since, in another tab perhaps. */
  garderNotePersonnelle: operation({
    method: 'POST',
    path: '/dossiers/:id/note-personnelle',
    permission: 'dossiers.modifier',
    audit: 'note-personnelle-gardee',
    input: z.object({
      id: z.uuid(),
      texte: texte({ max: 5000 }),
      modifieeA: notePersonnelle.shape.modifieeA,
    }),
    output: z.object({}),
  }),
}
