import type { Tx } from '#platform/db/index.ts'
import { nomAffiche } from './domain/nom-affiche.ts'
import { reindexer } from './reindexer.ts'
import { renommerAuteur } from './store.ts'

interface Nom {
  readonly nom: string
  readonly prenom: string
}

/** After a correction of someone: the name lists show and the words a dossier is found by follow. */
export async function personneCorrigee(tx: Tx, personneId: string, avant: Nom, apres: Nom): Promise<void> {
  if (avant.nom === apres.nom && avant.prenom === apres.prenom) return
  const noms = { ancien: nomAffiche(avant), nouveau: nomAffiche(apres) }
  for (const dossierId of await renommerAuteur(tx, personneId, noms)) await reindexer(tx, dossierId)
}
