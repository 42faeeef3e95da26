import type { ContexteLibre } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { pdfText } from '#platform/documents/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { phraseDePdfEtranger, phraseDePdfIncomplet } from './domain/labels.ts'
import type { MentionExigee } from './domain/mention.ts'
import { mentionsAbsentesDuPdf } from './domain/texte-de-pdf.ts'
import { garderPdf } from './garder-pdf.ts'
import { consulterCourrier } from './ouvrir-courrier.ts'
import { lireDocument } from './recevoir-fichier.ts'

type Op = typeof contract.deposerPdf

const NUMERO = /[A-Z]{3}-\d{4}-\d{5,}/u

/** A PDF lays its words out as it likes: spaces between them mean nothing. */
const serrer = (texte: string): string => texte.replace(/\s+/gu, '').replace(/[‐‑–]/gu, '-')

/** A scan says nothing that can be read: it is taken as it is. Of another dossier, the rest would only be noise. */
function refuserUnAutre(texte: string, numero: string, mentions: readonly MentionExigee[]): void {
  const lu = serrer(texte)
  if (lu === '') return
  if (!lu.includes(numero)) {
    const autre = NUMERO.exec(lu)?.[0] ?? null
    throw new AppError('invalid', { message: phraseDePdfEtranger(numero, autre) })
  }
  const absentes = mentionsAbsentesDuPdf(mentions, texte)
  if (absentes.length > 0) throw new AppError('invalid', { message: phraseDePdfIncomplet(absentes) })
}

/**
 * The PDF made elsewhere of the last version. Where its text can be read, it must say the number of its dossier and, as the
 * Word file must, what the law requires of the letter.
 */
export const deposerPdf =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    ctx.about({ objectId: entree.id })
    const { octets } = await lireDocument(ctx, d.tailleMax, 'pdf')
    const { courrier, dossier } = await ctx.read((tx) =>
      consulterCourrier({ ...ctx, tx }, d, entree, 'faireLePdf'),
    )
    ctx.about({ dossierId: dossier.id })
    refuserUnAutre((await pdfText(octets)) ?? '', dossier.numero, courrier.mentionsExigees)
    return garderPdf(ctx, d, entree, { octets, origine: 'depot' })
  }
