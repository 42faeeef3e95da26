import { numerosCites } from '#core/dossiers/domain/numero.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DepotVu, MessageLu } from './contract.ts'
import { listerDossiersDuFil } from './store-suites.ts'

/**
 * Dossiers of the perimeter a message seems to follow, newest first: it answers a message they hold, or cites their
 * number. Only the agent decides. One statement at most.
 */
export async function listerSuites(
  tx: Tx,
  etablissementId: string,
  message: MessageLu | null,
): Promise<DepotVu['suites']> {
  if (message === null) return []
  const { repondA, objet, texte } = message
  // the identifier of a letter sent from here carries the number of its dossier
  const numeros = numerosCites([objet, ...repondA, texte].join('\n'))
  if (repondA.length === 0 && numeros.length === 0) return []
  const lignes = await listerDossiersDuFil(tx, { etablissementId, messageIds: repondA, numeros })
  return lignes.map(({ parLeFil, ...dossier }) => ({
    ...dossier,
    raison: parLeFil ? 'reponse-a-un-message' : 'numero-cite',
  }))
}
