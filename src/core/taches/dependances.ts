import type { DependancesDesPieces } from '#core/pieces/index.ts'
import type { MailSender } from '#platform/mail/index.ts'

/** What requests to services need from the composition root. */
export interface DependancesDesTaches extends DependancesDesPieces {
  /** says itself when it cannot send: the message is then copied by hand */
  readonly courriel: MailSender
  /** where the application is reached, for links made without a request; null when nobody said */
  readonly adresse: () => string | null
}
