import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { obtenirDossier } from './store.ts'
import { trouverNotePersonnelle } from './store-notes.ts'

type Op = typeof contract.lireNotePersonnelle

/** The reader's own words on a dossier. Throws `not-found` outside the perimeter. */
export async function lireNotePersonnelle(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  await obtenirDossier(ctx.tx, id, null)
  const note = await trouverNotePersonnelle(ctx.tx, id)
  return { texte: note?.texte ?? '', modifieeA: note?.modifieeA.toISOString() ?? null }
}
