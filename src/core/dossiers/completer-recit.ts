import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { reindexer } from './reindexer.ts'
import { changerDossier, insererRecit, verrouillerDossier } from './store.ts'

type Op = typeof contract.completerRecit

/** Adds a version of the narrative; the earlier ones stay as they were. */
export async function completerRecit(
  ctx: Contexte,
  { id, version, texte }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, id, version)
  ctx.about({ dossierId: id })
  const { agentId } = agentDe(ctx)
  await insererRecit(ctx.tx, { id: uuidv7(ctx.now.getTime()), dossierId: id, texte, creeA: ctx.now, agentId })
  const nouvelle = await changerDossier(ctx.tx, id, {}, ctx.now)
  await enregistrerFaitSeul(ctx, id, { code: 'recit-complete', survenuLe: aujourdHui(ctx) })
  await reindexer(ctx.tx, id)
  return { id, version: nouvelle }
}
