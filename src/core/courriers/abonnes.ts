import type { Ecriture } from '#core/dossiers/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { ModeDEnvoi } from './domain/etat.ts'

/** A letter that leaves, as told to the case type it belongs to. */
export interface EnvoiDeCourrier {
  readonly dossierId: string
  readonly courrierId: string
  readonly code: string
  readonly mode: ModeDEnvoi
  readonly envoyeLe: string
}

export type CourrierConcerne = Pick<EnvoiDeCourrier, 'dossierId' | 'courrierId' | 'code'>

/** What a case type does when one of its letters leaves. Called in the transaction that records it. */
export interface AbonneDeCourrier {
  /** Ids of the pieces of the dossier that go with the letter: they leave with it when it is sent by e-mail. */
  readonly piecesJointes?: (tx: Tx, courrier: CourrierConcerne) => Promise<readonly string[]>
  /**
   * Before a sending is recorded, and before an e-mail is handed over: throws an AppError to refuse. Not called when an
   * agent says that a doubtful e-mail did leave.
   */
  readonly refuserLEnvoi?: (e: Ecriture, envoi: EnvoiDeCourrier) => Promise<void>
  /** Before a visa is asked or given, and before a signature: throws an AppError when the letter tells what no longer stands. */
  readonly refuserLaSignature?: (e: Ecriture, courrier: CourrierConcerne) => Promise<void>
  /** Before a letter is given up by itself: throws an AppError to refuse. */
  readonly refuserLAbandon?: (e: Ecriture, courrier: CourrierConcerne) => Promise<void>
  /**
   * It left. Records the fact of the case and gives its id; null lets `courrier-envoye` tell it. Must not refuse: an e-mail
   * does not come back.
   */
  readonly envoye?: (e: Ecriture, envoi: EnvoiDeCourrier) => Promise<{ readonly faitId: string } | null>
}

/** By code of letter. Wired by the composition root. */
export type AbonnesDesCourriers = Readonly<Record<string, AbonneDeCourrier>>

/** The subscriber of a letter; an empty one when no case type declared any. */
export const abonneDe = (abonnes: AbonnesDesCourriers, code: string): AbonneDeCourrier =>
  Object.hasOwn(abonnes, code) ? (abonnes[code] ?? {}) : {}
