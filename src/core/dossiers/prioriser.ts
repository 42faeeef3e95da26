import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { changerDossier, verrouillerDossier } from './store.ts'

type Op = typeof contract.prioriser

/** Says how soon the department wants a dossier handled. Lists show it; no deadline moves. */
export async function prioriser(
  ctx: Contexte,
  { id, version, priorite }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  ctx.about({ dossierId: id, details: { priorite } })
  if (dossier.priorite === priorite) return { id, version: dossier.version }
  const nouvelle = await changerDossier(ctx.tx, id, { priorite }, ctx.now)
  const details = { niveau: priorite, avant: dossier.priorite }
  await enregistrerFaitSeul(ctx, id, { code: 'priorite-changee', survenuLe: aujourdHui(ctx), details })
  return { id, version: nouvelle }
}
