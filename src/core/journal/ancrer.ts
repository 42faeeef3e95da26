import type { Tx } from '#platform/db/index.ts'
import type { Acteur } from './domain/acteur.ts'
import { inscrireAuJournal } from './inscrire.ts'
import { calculerEmpreinteDesTetes } from './store.ts'

/** Writes the digest of all dossier chains in the system chain: a chain cut short or removed no longer matches it. */
export async function ancrerLeJournal(tx: Tx, acteur: Acteur, maintenant: Date): Promise<string> {
  const empreinte = await calculerEmpreinteDesTetes(tx)
  await inscrireAuJournal(tx, acteur, { evenement: 'journal-ancre', details: { empreinte } }, maintenant)
  return empreinte
}
