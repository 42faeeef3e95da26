import type { ContexteLibre } from '#core/journal/index.ts'
import {
  joindreALaTache,
  listerPiecesDesTaches,
  type PieceAInscrire,
  REFUS_DES_PIECES,
  recevoirDocument,
  retirerObjets,
} from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { refusSiFinie } from './domain/rules.ts'
import { obtenirSaTache } from './obtenir-recue.ts'
import { refuserSi } from './refuser.ts'
import { verrouillerTache } from './store.ts'
import { sansTache } from './vues.ts'

type Op = typeof contract.joindre

const SANS_FICHIER = 'Aucun fichier n’a été reçu. Choisissez-le de nouveau.'

async function exigerOuverte(ctx: ContexteLibre, tx: Tx, id: string): Promise<void> {
  refuserSi(refusSiFinie((await obtenirSaTache(ctx, tx, id)).etat))
}

async function inscrire(ctx: ContexteLibre, tx: Tx, id: string, piece: PieceAInscrire) {
  await obtenirSaTache(ctx, tx, id)
  // Locked: a file joined while the answer leaves would never enter the dossier.
  refuserSi(refusSiFinie((await verrouillerTache(tx, id, null)).etat))
  const a = { acteur: ctx.principal, tacheId: id, maintenant: ctx.now }
  const issue = await joindreALaTache(tx, piece, a)
  if (issue === 'trop') throw new AppError('invalid', { message: REFUS_DES_PIECES['trop-de-pieces'] })
  return { issue, pieces: (await listerPiecesDesTaches(tx, [id])).map(sansTache) }
}

/** Joins a file to the answer of one's service. */
export const joindre =
  (d: DependancesDesTaches) =>
  async (ctx: ContexteLibre, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { upload } = ctx
    if (upload === null) throw new AppError('invalid', { message: SANS_FICHIER })
    await ctx.read((tx) => exigerOuverte(ctx, tx, id))
    const piece = await recevoirDocument(d, { contenu: upload.content, nom: upload.fileName })
    try {
      const { issue, pieces } = await ctx.write((tx) => inscrire(ctx, tx, id, piece))
      if (issue === 'deja') await retirerObjets(d.fichiers, [piece.objet])
      return { pieces }
    } catch (error) {
      // Any other failure may hide a commit that went through: the object is then left to the sweep.
      if (error instanceof AppError) await retirerObjets(d.fichiers, [piece.objet])
      throw error
    }
  }
