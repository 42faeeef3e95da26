import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { REFUS_DE_RATTACHER } from './domain/labels.ts'
import { refusDeRattacher } from './domain/rattachement.ts'
import { insererStructure, type StructureEnBase, trouverStructure } from './store.ts'

type Op = typeof contract.creer

async function obtenirParent(tx: Tx, id: string): Promise<StructureEnBase> {
  const parent = await trouverStructure(tx, id)
  if (parent === null) {
    throw new AppError('invalid', {
      champs: { parentId: 'Cette structure n’existe plus. Choisissez-en une autre.' },
    })
  }
  return parent
}

/** Adds a pôle, a service or a UF. Throws `refused` where it cannot hang, `invalid` when its code is taken. */
export async function creer(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { etablissementId } = agentDe(ctx)
  const parent = entree.parentId === null ? null : await obtenirParent(ctx.tx, entree.parentId)
  const refus = refusDeRattacher(entree.nature, parent)
  if (refus !== null) {
    throw new AppError('refused', { refus: refus.code, message: REFUS_DE_RATTACHER[refus.code] })
  }
  const id = uuidv7(ctx.now.getTime())
  ctx.about({ objectId: id, details: { nature: entree.nature } })
  const structure = { ...entree, code: entree.code.trim(), id, etablissementId }
  if (!(await insererStructure(ctx.tx, structure))) {
    throw new AppError('invalid', { champs: { code: 'Ce code est déjà pris. Choisissez-en un autre.' } })
  }
  return { id }
}
