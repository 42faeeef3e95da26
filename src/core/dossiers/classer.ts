import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { changerDossier, verrouillerDossier } from './store.ts'

type Op = typeof contract.classer

/** Changes who may see a dossier, with a reason that stays in its timeline. */
export async function classer(
  ctx: Contexte,
  { id, version, classe, raison, motif }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, id, version)
  const details = classe === 'sensible' ? { classe, raison } : { classe }
  ctx.about({ dossierId: id, details })
  const nouvelle = await changerDossier(ctx.tx, id, { classe }, ctx.now)
  await enregistrerFaitSeul(ctx, id, {
    code: 'classe-changee',
    survenuLe: aujourdHui(ctx),
    details,
    motif,
  })
  return { id, version: nouvelle }
}
