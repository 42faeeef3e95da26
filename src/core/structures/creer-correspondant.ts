import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { NOM_DE_CORRESPONDANT_PRIS } from './domain/labels.ts'
import { insererCorrespondant } from './store-correspondants.ts'

type Op = typeof contract.creerCorrespondant

/** Adds someone the hospital writes to. `invalid` when one in use has this name. */
export async function creerCorrespondant(ctx: Contexte, saisi: InputOf<Op>): Promise<OutputOf<Op>> {
  const { etablissementId } = agentDe(ctx)
  const id = uuidv7(ctx.now.getTime())
  ctx.about({ objectId: id, details: { nature: saisi.nature } })
  if (!(await insererCorrespondant(ctx.tx, { ...saisi, id, etablissementId, creeA: ctx.now })))
    throw new AppError('invalid', { champs: { nom: NOM_DE_CORRESPONDANT_PRIS } })
  return { id }
}
