import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { enTransaction } from '#core/journal/index.ts'
import type { Database } from '#platform/db/index.ts'
import { ecrireCles, noterCles, verrouillerSansCles } from './store-cles.ts'

/** People a transaction holds: a fraction of a second. */
const PAR_LOT = 500
/** Batches of one run: what remains is another run, which a stop of the application does not lose. */
const LOTS = 40

/**
 * Writes the keys of people entered before there were any, or when they are computed otherwise. False when some remain.
 * Repeatable; nothing to do costs one statement.
 */
export async function calculerLesCles(
  database: Database,
  etablissementId: EtablissementId,
  lots = LOTS,
): Promise<boolean> {
  const acteur = { type: 'systeme', travail: 'personnes.calculer-cles', etablissementId } as const
  for (let lot = 0; lot < lots; lot += 1) {
    const faites = await enTransaction(database, acteur, 'write', async (tx) => {
      const personnes = await verrouillerSansCles(tx, PAR_LOT)
      if (personnes.length === 0) return 0
      await ecrireCles(tx, personnes)
      await noterCles(
        tx,
        personnes.map(({ id }) => id),
      )
      return personnes.length
    })
    if (faites < PAR_LOT) return true
  }
  return false
}
