import type { ContexteLibre } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { comparerTextes } from './comparer-textes.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { lireLettre, octetsDeLaPiece } from './lire-version.ts'
import { consulterCourrier } from './ouvrir-courrier.ts'

type Op = typeof contract.comparerVersions

/** What changed from one version of a letter to another, in the words its reader sees. */
export const comparerVersions =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, { id, de, a }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { courrier, dossier } = await ctx.read((tx) =>
      consulterCourrier({ ...ctx, tx }, d, { id, version: null }, null),
    )
    ctx.about({ dossierId: dossier.id, objectId: id })
    const textes = []
    for (const rang of [de, a]) {
      const version = courrier.versions.find((v) => v.rang === rang)
      if (version === undefined) throw new AppError('not-found')
      textes.push(lireLettre(await octetsDeLaPiece(d, ctx.read, version.pieceId)).paragraphs)
    }
    const [avant = [], apres = []] = textes
    return { blocs: comparerTextes(avant, apres).map((b) => ({ ...b, morceaux: [...b.morceaux] })) }
  }
