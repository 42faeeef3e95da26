import type { ContexteLibre } from '#core/journal/index.ts'
import { previewText } from '#platform/documents/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Download } from '#platform/http/index.ts'
import { readMessage } from '#platform/mail/index.ts'
import type { DependancesDesPieces } from './dependances.ts'
import { REFUS_DES_PIECES } from './domain/labels.ts'
import { texteDuMessage } from './domain/texte-du-message.ts'
import { obtenirPiece, type PieceObtenue } from './obtenir.ts'
import { lireObjet, ouvrirObjet } from './ouvrir.ts'

/** What a browser shows by itself without running anything; never HTML, never SVG. */
const AFFICHABLES = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp']
/** Of a text file, in bytes: a preview, not a reading room. */
const TEXTE_MAX = 1024 * 1024
const COUPE = '\n\n[…] Aperçu limité au début du fichier. Téléchargez-le pour le lire en entier.\n'

const sansApercu = (): AppError =>
  new AppError('refused', { refus: 'sans-apercu', message: REFUS_DES_PIECES['sans-apercu'] })

/** The PDF or the image as it is, or plain text in UTF-8, shown in a sandbox. `refused` for anything else. */
export const apercevoir =
  (d: DependancesDesPieces) =>
  async (ctx: ContexteLibre, input: { id: string }): Promise<Download> => {
    ctx.about({ objectId: input.id })
    const piece = await ctx.read((tx) => obtenirPiece(tx, input.id))
    if (piece.dossierId !== null) ctx.about({ dossierId: piece.dossierId })
    switch (piece.apercu) {
      case 'pdf':
      case 'image':
        return apercuDirect(d, piece)
      case 'texte':
        return apercuTexte(d, piece)
      case 'aucun':
        throw sansApercu()
    }
  }

async function apercuDirect(d: DependancesDesPieces, piece: PieceObtenue): Promise<Download> {
  if (!AFFICHABLES.includes(piece.type)) throw sansApercu()
  const content = await ouvrirObjet(d.fichiers, piece.objet)
  return { content, type: piece.type, fileName: piece.nom, inline: true, size: piece.taille }
}

async function apercuTexte(d: DependancesDesPieces, piece: PieceObtenue): Promise<Download> {
  const texte = piece.nature === 'message' ? await lireLeMessage(d, piece) : await lireLeTexte(d, piece)
  const content = Buffer.from(texte, 'utf8')
  return {
    content,
    type: 'text/plain; charset=utf-8',
    fileName: `${piece.nom}.txt`,
    inline: true,
    size: content.length,
  }
}

async function lireLeTexte(d: DependancesDesPieces, piece: PieceObtenue): Promise<string> {
  const { octets, complet } = await lireObjet(d.fichiers, piece.objet, TEXTE_MAX)
  const lu = previewText(octets)
  if (lu === null) throw sansApercu()
  return `${lu.text}${complet && !lu.truncated ? '' : COUPE}`
}

async function lireLeMessage(d: DependancesDesPieces, piece: PieceObtenue): Promise<string> {
  const { octets } = await lireObjet(d.fichiers, piece.objet, d.tailleMax)
  const message = await readMessage(octets, piece.nom, { maxBytes: d.tailleMax })
  if ('refusal' in message) throw sansApercu()
  return texteDuMessage(message)
}
