import { listerPieces, type PieceVue } from '#core/pieces/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { abonneDe } from './abonnes.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { refusDePoids } from './domain/courriel.ts'
import type { RefusDeCourrier } from './domain/labels.ts'
import { pdfAEnvoyer } from './situation.ts'
import type { CourrierEnBase } from './store-courriers.ts'

/** What an e-mail of a letter carries. */
export interface FichiersDuCourriel {
  /** null while it is to be made */
  readonly pdf: PieceVue | null
  /** those its case joins to it, in the order it gives them */
  readonly pieces: readonly PieceVue[]
  /** why they cannot leave together */
  readonly refus: RefusDeCourrier | null
}

/** The PDF of a letter and the pieces that go with it, among those of its dossier who asks can read. */
export async function fichiersDuCourriel(
  tx: Tx,
  { abonnes }: Pick<DependancesDesCourriers, 'abonnes'>,
  courrier: CourrierEnBase,
): Promise<FichiersDuCourriel> {
  const { id: courrierId, dossierId, code } = courrier
  const jointes = (await abonneDe(abonnes, code).piecesJointes?.(tx, { courrierId, dossierId, code })) ?? []
  const lisibles = await listerPieces(tx, dossierId)
  const pdf = lisibles.find(({ id }) => id === pdfAEnvoyer(courrier)) ?? null
  const pieces = jointes.flatMap((id) => lisibles.find((piece) => piece.id === id) ?? [])
  if (pieces.length < jointes.length) return { pdf, pieces, refus: 'piece-inaccessible' }
  const tailles = [...(pdf === null ? [] : [pdf]), ...pieces].map(({ taille }) => taille)
  return { pdf, pieces, refus: refusDePoids(tailles) }
}
