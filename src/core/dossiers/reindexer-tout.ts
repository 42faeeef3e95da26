import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { enTransaction } from '#core/journal/index.ts'
import type { Database, Tx } from '#platform/db/index.ts'
import { type NatureDeDerivation, noterDerivation } from './derivations.ts'
import type { RegistreDesTypes } from './registre.ts'
import { reindexer } from './reindexer.ts'
import { verrouillerAvant } from './store-derivations.ts'
import { indexerParties, listerParties, verrouillerAvecParties } from './store-parties.ts'

/** Dossiers a transaction holds: a fraction of a second. */
const PAR_LOT = 50
/** Batches of one run: what remains is another run, which a stop of the application does not lose. */
const LOTS = 100

/** What is written again: a dossier's own texts, or its parts. */
export type NatureReindexee = Exclude<NatureDeDerivation, 'echeances'>

const REECRITURES = {
  recherche: { verrouiller: verrouillerAvant, reecrire: reindexer },
  parties: {
    verrouiller: verrouillerAvecParties,
    reecrire: async (tx: Tx, id: string) => indexerParties(tx, id, await listerParties(tx, id)),
  },
} as const satisfies Record<NatureReindexee, unknown>

/**
 * Rewrites what dossiers are found by, newest first, after a change of form. Returns where to go on from, null when all of
 * them are done. Repeatable.
 */
export async function reindexerTout(
  d: { readonly database: Database; readonly registre: RegistreDesTypes },
  etablissementId: EtablissementId,
  a: { nature?: NatureReindexee; avant: string | null; lots?: number; maintenant: Date },
): Promise<string | null> {
  const acteur = { type: 'systeme', travail: 'dossiers.reindexer', etablissementId } as const
  const { nature = 'recherche', avant, lots = LOTS, maintenant } = a
  const { verrouiller, reecrire } = REECRITURES[nature]
  let repere = avant
  for (let lot = 0; lot < lots; lot += 1) {
    const faits = await enTransaction(d.database, acteur, 'write', async (tx) => {
      const ids = await verrouiller(tx, repere, PAR_LOT)
      for (const id of ids) await reecrire(tx, id)
      if (ids.length < PAR_LOT)
        await noterDerivation(tx, d.registre, { etablissementId, nature, faiteA: maintenant })
      return ids
    })
    if (faits.length < PAR_LOT) return null
    repere = faits.at(-1) ?? null
  }
  return repere
}
