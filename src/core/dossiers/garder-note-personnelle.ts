import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { obtenirDossier } from './store.ts'
import { remplacerNotePersonnelle } from './store-notes.ts'

type Op = typeof contract.garderNotePersonnelle

/** Keeps the agent's own words; the dossier itself does not change. Throws `not-found` outside the perimeter. */
export async function garderNotePersonnelle(
  ctx: Contexte,
  { id, texte }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  await obtenirDossier(ctx.tx, id, null)
  await remplacerNotePersonnelle(
    ctx.tx,
    { agentId: agentDe(ctx).agentId, dossierId: id, texte: texte.trim() },
    ctx.now,
  )
  return {}
}
