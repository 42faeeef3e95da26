import { indexerParties } from '#core/dossiers/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import { listerSujets, type TacheEnBase } from './store.ts'

/**
 * What was asked of a service and what it answered are found by who works on every dossier, and by that service. A cancelled
 * request is not.
 */
export async function indexerTache(tx: Tx, tache: TacheEnBase): Promise<void> {
  const sujets = tache.etat === 'repondue' ? await listerSujets(tx, [tache.id]) : []
  const reponses = [tache.reponse, ...sujets.map(({ reponse }) => reponse ?? '')].filter((r) => r !== '')
  const commun = {
    objetId: tache.id,
    audience: 'service',
    structureId: tache.structureId,
    lieu: nomDuDestinataire(tache),
  } as const
  await indexerParties(tx, tache.dossierId, [
    { ...commun, source: 'demande', texte: tache.etat === 'annulee' ? '' : tache.message },
    { ...commun, source: 'explications', texte: tache.etat === 'repondue' ? reponses.join('\n') : '' },
  ])
}
