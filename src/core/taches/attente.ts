import { remplacerAttente } from '#core/dossiers/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import type { TacheEnBase } from './store.ts'
import type { TacheEnAttente } from './store-relances.ts'

/** Keeps what the dossier waits for from this request, and nothing once it is answered or cancelled. */
export async function suivreLAttente(tx: Tx, tache: TacheEnBase): Promise<void> {
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
  await remplacerAttente(tx, dossier, 'taches', tache.id, attente)
  if (attente === null) await oublierLEchec(tx, tache)
}

/** A reminder that did not leave waits for whoever works on the dossier, or asked. */
export function attendreLaReprise(
  tx: Tx,
  tache: TacheEnAttente,
  { etablissementId, jour }: { readonly etablissementId: string; readonly jour: string },
): Promise<void> {
  return remplacerAttente(tx, { id: tache.dossierId, etablissementId }, 'relances', tache.id, {
    objetId: tache.id,
    code: 'relance-a-reprendre',
    de: nomDuDestinataire(tache),
    agentId: tache.assigneA ?? tache.demandeePar,
    pourLe: jour,
  })
}

/** Nothing is left to take up again: it left, was made by hand, is held back, or is not waited for any more. */
export const oublierLEchec = (
  tx: Tx,
  tache: { readonly id: string; readonly dossierId: string },
): Promise<void> =>
  remplacerAttente(tx, { id: tache.dossierId, etablissementId: '' }, 'relances', tache.id, null)
