import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { mettreDansLAffaire } from './affaires.ts'
import type { contract } from './contract.ts'
import { aujourdHui } from './ecriture.ts'
import { insererAffaire } from './store-affaires.ts'

type Op = typeof contract.creerAffaire

/** Throws `invalid` when the facts are said to come from the future. */
export function exigerFaitsPasses(ctx: Contexte, depuisLe: string): void {
  if (depuisLe > aujourdHui(ctx))
    throw new AppError('invalid', { champs: { depuisLe: 'Ce jour est dans l’avenir.' } })
}

/** Gives a name to dossiers about the same facts: all of them join, or none. */
export async function creerAffaire(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { titre, depuisLe, motif } = entree
  const { agentId, etablissementId } = agentDe(ctx)
  exigerFaitsPasses(ctx, depuisLe)
  const id = uuidv7(ctx.now.getTime())
  const dossiers = [...new Set(entree.dossiers)].toSorted()
  ctx.about({ objectId: id, details: { dossiers: dossiers.length } })
  await insererAffaire(ctx.tx, {
    id,
    etablissementId,
    titre,
    depuisLe,
    motif: motif.trim(),
    creeeA: ctx.now,
    creeePar: agentId,
  })
  for (const dossierId of dossiers) await mettreDansLAffaire(ctx, dossierId, id)
  return { id }
}
