import type { Tx } from '#platform/db/index.ts'
import type { OBJETS_DE_CONSENTEMENT } from './contract.ts'
import { compterConsentements } from './store-consentements.ts'

/**
 * Whether this person agreed in writing, for this dossier or for all, and had not taken it back that day. One
 * statement. @source CSP, art. L. 1112-3
 */
export async function aConsentiParEcrit(
  tx: Tx,
  a: {
    readonly personneId: string
    readonly dossierId: string
    readonly objet: (typeof OBJETS_DE_CONSENTEMENT)[number]
    readonly le: string
  },
): Promise<boolean> {
  return (await compterConsentements(tx, a)) > 0
}
