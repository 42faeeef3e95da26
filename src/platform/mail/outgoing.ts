/** A message to send: plain text, with files. The `messageId` is fixed by the caller, so that a doubtful sending is found again. */
export interface OutgoingMessage {
  /** without angle brackets */
  readonly messageId: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly attachments: readonly {
    readonly fileName: string
    readonly contentType: string
    readonly content: Uint8Array
  }[]
}

/**
 * What became of a sending. `unknown`: the dialogue broke after the message was handed over, so it may have left; it is
 * never sent again by itself. `refused` and `unreachable`: it did not leave, and `reason` is a French sentence.
 */
export type SendingOutcome =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'unknown'; readonly reason: string }
  | { readonly outcome: 'refused' | 'unreachable'; readonly reason: string }

/** Hands messages to the hospital's SMTP server. */
export interface MailSender {
  /** null when it can send; otherwise why it cannot, in French: no server set, or a demonstration */
  readonly unavailable: string | null
  send(message: OutgoingMessage): Promise<SendingOutcome>
}
