import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { type Acteur, enTransaction, inscrireAuJournal } from '#core/journal/index.ts'
import { supprimerDepotsDesTaches } from '#core/pieces/index.ts'
import type { Database } from '#platform/db/index.ts'
import { listerAbandonnees, supprimerBrouillons } from './store-brouillons.ts'

/** A chef de service may go on writing after the links are closed: what moved this week is not abandoned. */
const INACTIVITE_MS = 7 * 24 * 60 * 60 * 1000

/** Forgets the answers in preparation that nobody can send any more, with their files. Returns how many. */
export function oublierLesBrouillons(
  database: Database,
  etablissementId: EtablissementId,
  maintenant: Date,
): Promise<number> {
  const acteur: Acteur = { type: 'systeme', travail: 'taches.oublier', etablissementId }
  return enTransaction(database, acteur, 'write', async (tx) => {
    const inactifDepuis = new Date(maintenant.getTime() - INACTIVITE_MS)
    const ids = await listerAbandonnees(tx, { maintenant, inactifDepuis })
    if (ids.length === 0) return 0
    await supprimerBrouillons(tx, ids)
    const pieces = await supprimerDepotsDesTaches(tx, ids)
    const details = { brouillons: ids.length, pieces }
    await inscrireAuJournal(tx, acteur, { evenement: 'brouillons-de-reponse-oublies', details }, maintenant)
    return ids.length
  })
}
