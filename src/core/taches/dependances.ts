import type { DependancesDesPieces } from '#core/pieces/index.ts'
import type { Database } from '#platform/db/index.ts'
import type { MailSender } from '#platform/mail/index.ts'

/** What requests to services need from the composition root. */
export interface DependancesDesTaches extends DependancesDesPieces {
  /** for the one call that sends an answer in place of someone */
  readonly database: Database
  /** says itself when it cannot send: the message is then copied by hand */
  readonly courriel: MailSender
  /** where the application is reached, for links made without a request; null when nobody said */
  readonly adresse: () => string | null
}
