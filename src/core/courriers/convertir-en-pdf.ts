import type { ContexteLibre } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { garderPdf } from './garder-pdf.ts'
import { octetsDeLaPiece } from './lire-version.ts'
import { consulterCourrier } from './ouvrir-courrier.ts'
import { derniereVersion } from './situation.ts'

type Op = typeof contract.convertirEnPdf

/** Makes the PDF of the last version with the office software of the server. `refused` with its sentence when it cannot. */
export const convertirEnPdf =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    ctx.about({ objectId: entree.id })
    const { courrier, dossier } = await ctx.read((tx) =>
      consulterCourrier({ ...ctx, tx }, d, entree, 'faireLePdf'),
    )
    ctx.about({ dossierId: dossier.id })
    const lettre = await octetsDeLaPiece(d, ctx.read, derniereVersion(courrier).pieceId)
    const fait = await d.convertisseur.convert(lettre)
    if (!fait.ok) throw new AppError('refused', { refus: 'conversion-impossible', message: fait.reason })
    return garderPdf(ctx, d, entree, { octets: fait.pdf, origine: 'conversion' })
  }
