import type { Database } from '#platform/db/index.ts'
import { type Ancre, lireAncre } from './ancre.ts'
import type { Acteur } from './domain/acteur.ts'
import { enTransaction } from './en-transaction.ts'
import { inscrireAuJournal } from './inscrire.ts'
import { parcourirFenetre } from './parcourir-fenetre.ts'
import { listerContenusDAncres } from './store.ts'

/** An entry bears the hour its request began: none is written an hour later, nor by a clock set back by less. */
const MARGE_MS = 3_600_000

/**
 * Closes the window of entries since the last anchor and writes its digest in the system chain: an entry changed, added or
 * removed there no longer matches it. Null when the last anchor is less than an hour old.
 */
export async function ancrerLeJournal(
  database: Database,
  acteur: Acteur,
  maintenant: Date,
): Promise<Ancre | null> {
  const jusquA = new Date(maintenant.getTime() - MARGE_MS).toISOString()
  const [derniere] = await enTransaction(database, acteur, 'read', (tx) => listerContenusDAncres(tx, 1))
  const depuis = derniere === undefined ? null : (lireAncre(derniere)?.jusquA ?? null)
  if (depuis !== null && depuis >= jusquA) return null
  const { nombre, empreinte } = await parcourirFenetre(database, acteur, { depuis, jusquA, verifier: false })
  const ancre: Ancre = { depuis, jusquA, nombre, empreinte }
  await enTransaction(database, acteur, 'write', (tx) =>
    inscrireAuJournal(tx, acteur, { evenement: 'journal-ancre', details: { ...ancre } }, maintenant),
  )
  return ancre
}
