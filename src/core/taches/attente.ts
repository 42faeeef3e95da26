import { remplacerAttente } from '#core/dossiers/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import type { TacheEnBase } from './store.ts'

/** Keeps what the dossier waits for from this request, and nothing once it is answered or cancelled. */
export function suivreLAttente(tx: Tx, tache: TacheEnBase): Promise<void> {
  const dossier = { id: tache.dossierId, etablissementId: tache.etablissementId }
  const attente =
    tache.etat === 'demandee'
      ? {
          objetId: tache.id,
          code: tache.nature,
          de: nomDuDestinataire(tache),
          agentId: null,
          pourLe: tache.pourLe,
        }
      : null
  return remplacerAttente(tx, dossier, 'taches', tache.id, attente)
}
