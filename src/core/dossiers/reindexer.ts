import type { Tx } from '#platform/db/index.ts'
import { assemblerRecherche, indexerDossier, lireContenuDeRecherche } from './store-recherche.ts'

/** Reads a dossier again and rewrites what it is found by: after a change of subject, narrative or people. */
export async function reindexer(tx: Tx, dossierId: string): Promise<void> {
  const contenu = await lireContenuDeRecherche(tx, dossierId)
  if (contenu === null) return
  await indexerDossier(tx, contenu)
  await assemblerRecherche(tx, dossierId)
}
