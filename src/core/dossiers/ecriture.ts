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

/** The same write, a few milliseconds later: facts recorded at one instant keep their order in the timeline. */
export const ensuite = ({ tx, principal, now }: Ecriture, rang: number): Ecriture => ({
  tx,
  principal,
  now: new Date(now.getTime() + rang),
})
