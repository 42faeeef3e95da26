import { purgerSessions } from '#core/agents/index.ts'
import { purgerBrouillons } from '#core/dossiers/index.ts'
import { type Acteur, enTransaction, inscrireAuJournal } from '#core/journal/index.ts'
import type { Database, Tx } from '#platform/db/index.ts'
import { purgeIdempotence } from '#platform/http/index.ts'

const PAR_LOT = 2_000

export interface Menage {
  readonly brouillons: number
  readonly cles: number
  readonly sessions: number
}

/** Removes what nobody will come back for, in small transactions, and writes in the journal how much. */
export async function faireLeMenage(database: Database, maintenant: Date): Promise<Menage> {
  const acteur: Acteur = { type: 'systeme', travail: 'menage', etablissementId: null }
  const parLots = async (retirer: (tx: Tx, maintenant: Date, limite: number) => Promise<number>) => {
    for (let total = 0; ; ) {
      const n = await enTransaction(database, acteur, 'write', (tx) => retirer(tx, maintenant, PAR_LOT))
      total += n
      if (n < PAR_LOT) return total
    }
  }
  const brouillons = await parLots(purgerBrouillons)
  const cles = await parLots(purgeIdempotence)
  const sessions = await enTransaction(database, acteur, 'write', (tx) => purgerSessions(tx, maintenant))
  const menage = { brouillons, cles, sessions }
  await enTransaction(database, acteur, 'write', (tx) =>
    inscrireAuJournal(tx, acteur, { evenement: 'menage-fait', details: menage }, maintenant),
  )
  return menage
}
