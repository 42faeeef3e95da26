import { type JourCivil, jourDe } from '#core/echeances/domain/jour-civil.ts'
import { type Acteur, auteurDe } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'

/** What a write of the spine needs: the transaction, who writes, and when. Both kinds of context provide it. */
export interface Ecriture {
  readonly tx: Tx
  readonly principal: Acteur
  readonly now: Date
}

/** Today in the establishment of whoever writes. */
export const aujourdHui = (e: Pick<Ecriture, 'principal' | 'now'>): JourCivil =>
  jourDe(e.now, auteurDe(e).fuseau)
