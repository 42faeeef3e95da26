import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { REFUS_COMMUNS } from './domain/rules.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { changerDossier, verrouillerDossier } from './store.ts'

type Op = typeof contract.noter

/** Adds a dated note to the timeline: a call, a visit, a meeting. */
export async function noter(
  ctx: Contexte,
  { id, version, survenuLe, texte }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, id, version)
  ctx.about({ dossierId: id })
  if (survenuLe > aujourdHui(ctx))
    throw new AppError('invalid', { champs: { survenuLe: REFUS_COMMUNS['date-dans-l-avenir'] } })
  await enregistrerFaitSeul(ctx, id, { code: 'note-ajoutee', survenuLe, details: { texte } })
  return { id, version: await changerDossier(ctx.tx, id, {}, ctx.now) }
}
