import type { Contexte } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { PieceVue } from './contract.ts'
import { dossierEstVisible, listerLignes } from './store.ts'
import { vueDe } from './vue.ts'

/** The pieces of a dossier, oldest first, attachments after their message; empty outside the perimeter. */
export async function listerPieces(tx: Tx, dossierId: string): Promise<PieceVue[]> {
  return (await listerLignes(tx, dossierId)).map(vueDe)
}

export async function lister(ctx: Contexte, input: { id: string }): Promise<{ pieces: PieceVue[] }> {
  ctx.about({ dossierId: input.id })
  if (!(await dossierEstVisible(ctx.tx, input.id))) throw new AppError('not-found')
  return { pieces: await listerPieces(ctx.tx, input.id) }
}
