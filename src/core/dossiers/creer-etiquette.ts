import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { searchKey } from '#platform/keys.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { insererEtiquette, listerEtiquettesEnBase, trouverEtiquette } from './store-etiquettes.ts'

type Op = typeof contract.creerEtiquette

/** Past this a vocabulary is no longer one. */
export const VOCABULAIRE_MAX = 150

const invalide = (message: string): AppError => new AppError('invalid', { champs: { libelle: message } })

/** The key under which two spellings are one label. Throws `invalid` when nothing of it is a letter or a figure. */
export function cleDEtiquette(libelle: string): string {
  const cle = searchKey(libelle)
  if (cle === '') throw invalide('Une étiquette se dit en lettres ou en chiffres.')
  return cle
}

/** Adds words to the department's vocabulary, or answers those already there. */
export async function creerEtiquette(ctx: Contexte, { libelle }: InputOf<Op>): Promise<OutputOf<Op>> {
  const { agentId, etablissementId } = agentDe(ctx)
  const cle = cleDEtiquette(libelle)
  const connue = await trouverEtiquette(ctx.tx, etablissementId, cle)
  if (connue !== undefined) return connue
  if ((await listerEtiquettesEnBase(ctx.tx, VOCABULAIRE_MAX)).length === VOCABULAIRE_MAX)
    throw invalide('Il y a déjà 150 étiquettes : retirez-en, ou employez une de celles-ci.')
  const id = uuidv7(ctx.now.getTime())
  ctx.about({ objectId: id })
  const neuve = { id, etablissementId, libelle, cle, creeePar: agentId, creeeA: ctx.now }
  if (await insererEtiquette(ctx.tx, neuve)) return { id, libelle }
  const dUnCollegue = await trouverEtiquette(ctx.tx, etablissementId, cle)
  if (dUnCollegue === undefined) throw new AppError('stale')
  return dUnCollegue
}
