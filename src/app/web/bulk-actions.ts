import type { ActionDeLot } from '#core/dossiers/web/index.ts'
import { relancerEnLot } from '#core/taches/web/index.ts'

/** What other modules offer to do to several dossiers of a list. */
export const BULK_ACTIONS: readonly ActionDeLot[] = [relancerEnLot]
