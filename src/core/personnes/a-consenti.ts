import type { Tx } from '#platform/db/index.ts'
import type { OBJETS_DE_CONSENTEMENT } from './contract.ts'
import { compterConsentements, listerConsentantes } from './store-consentements.ts'

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

/**
 * Those of these people who agreed to this, in writing or by word of mouth, for this dossier or for all, and had not taken it
 * back that day. One statement; none when there is nobody.
 */
export async function personnesConsentantes(
  tx: Tx,
  a: {
    readonly personneIds: readonly string[]
    readonly dossierId: string
    readonly objet: (typeof OBJETS_DE_CONSENTEMENT)[number]
    readonly le: string
  },
): Promise<ReadonlySet<string>> {
  if (a.personneIds.length === 0) return new Set()
  return new Set(await listerConsentantes(tx, a))
}
