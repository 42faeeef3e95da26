import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { lireNotePersonnelle } from './lire-note-personnelle.ts'
import { obtenirDossier } from './store.ts'
import { remplacerNotePersonnelle } from './store-notes.ts'

type Op = typeof contract.garderNotePersonnelle

/** Keeps the agent's own words; the dossier itself does not change. Throws `not-found` outside the perimeter. */
export async function garderNotePersonnelle(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, texte, modifieeA } = entree
  await obtenirDossier(ctx.tx, id, null)
  const estCelleLue = await remplacerNotePersonnelle(
    ctx.tx,
    { agentId: agentDe(ctx).agentId, dossierId: id, texte: texte.trim() },
    { lueA: modifieeA === null ? null : new Date(modifieeA), modifieeA: ctx.now },
  )
  if (!estCelleLue) throw new AppError('stale', { actuel: await lireNotePersonnelle(ctx, { id }) })
  return {}
}
