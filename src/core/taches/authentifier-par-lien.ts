import { empreinteDe, estUnJeton } from '#core/agents/index.ts'
import { type Acteur, enTransaction } from '#core/journal/index.ts'
import type { Database } from '#platform/db/index.ts'
import { trouverLien } from './store-liens.ts'

const ANONYME = { type: 'anonyme' } as const

/**
 * Who holds the link of an address, or `anonyme` for what is none of ours. `envoi`: the call that sends the answer, the only
 * one to which the dossier is open. One statement, none for a text that cannot be a token.
 */
export const creerAuthentificationParLien =
  (database: Database) =>
  async (jeton: string | null, maintenant: Date, { envoi }: { envoi: boolean }): Promise<Acteur> => {
    if (jeton === null || !estUnJeton(jeton)) return ANONYME
    const lien = await enTransaction(database, ANONYME, 'read', (tx) =>
      trouverLien(tx, empreinteDe(jeton), maintenant),
    )
    if (lien === null) return ANONYME
    return { type: 'lien-de-tache', ...lien, dossierId: envoi ? lien.dossierId : null }
  }
