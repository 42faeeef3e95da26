import { trouverRecit } from '#core/dossiers/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type Passage, refusDePassage } from '../../domain/griefs.ts'
import { refuserSi } from '../../domain/refuser.ts'

/** Throws `invalid` unless the quotation is the text of that version of the narrative, at that place. */
export async function exigerPassage(
  tx: Tx,
  dossierId: string,
  passage: (Passage & { readonly citation: string }) | null,
): Promise<void> {
  if (passage === null) return
  const recit = await trouverRecit(tx, dossierId, passage.recitId)
  refuserSi(refusDePassage(recit?.texte ?? null, passage))
}
