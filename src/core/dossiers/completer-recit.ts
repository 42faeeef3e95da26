import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { aujourdHui, type Ecriture } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { reindexer } from './reindexer.ts'
import { changerDossier, insererRecit, verrouillerDossier } from './store.ts'

type Op = typeof contract.completerRecit

/** Adds a version of the narrative, in the transaction of a command that already locked the dossier. */
export async function ajouterRecit(e: Ecriture, dossierId: string, texte: string): Promise<void> {
  const { agentId } = agentDe(e)
  await insererRecit(e.tx, { id: uuidv7(e.now.getTime()), dossierId, texte, creeA: e.now, agentId })
  await enregistrerFaitSeul(e, dossierId, { code: 'recit-complete', survenuLe: aujourdHui(e) })
  await reindexer(e.tx, dossierId)
}

/** Adds a version of the narrative; the earlier ones stay as they were. */
export async function completerRecit(
  ctx: Contexte,
  { id, version, texte }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, id, version)
  ctx.about({ dossierId: id })
  const nouvelle = await changerDossier(ctx.tx, id, {}, ctx.now)
  await ajouterRecit(ctx, id, texte)
  return { id, version: nouvelle }
}
