import { retirerPartie } from '#core/dossiers/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { retirerLecture } from './store-lectures.ts'

/** A letter that another version replaced, or that was given up, is no longer found by what it said. */
export async function oublierLeTexte(
  tx: Tx,
  lettre: { readonly dossierId: string; readonly pieceId: string },
): Promise<void> {
  await retirerLecture(tx, lettre.pieceId)
  await retirerPartie(tx, lettre.dossierId, { source: 'courrier', objetId: lettre.pieceId })
}
