/** A person of a header. `name` may be empty; `address` is never a display name. */
export interface MailAddress {
  readonly name: string
  readonly address: string
}

/** One hop of the transport, newest first. */
export interface ReceivedHop {
  /** ISO instant */
  readonly at: string | null
  readonly by: string | null
  readonly from: string | null
  readonly raw: string
}

/** What a message kept as an attachment holds, without its bytes: read the attachment itself to get them. */
export interface NestedMessage {
  readonly subject: string
  readonly from: MailAddress | null
  readonly dateHeader: string | null
  readonly textBody: string
  readonly attachments: readonly NestedAttachment[]
}

export interface NestedAttachment {
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly nested: NestedMessage | null
}

export interface MailAttachment {
  /** fit to be shown and downloaded, never a path */
  readonly name: string
  /** as declared by the sender: proves nothing */
  readonly contentType: string
  readonly bytes: Uint8Array
  /** an image of the body rather than a document */
  readonly inline: boolean
  readonly nested: NestedMessage | null
}

/** Why the message was written by a machine; never answer a bounce or an out-of-office. */
export type Automatic = false | 'bounce' | 'out-of-office' | 'list' | 'automatic'

export type MailAlertCode =
  | 'misleading-sender'
  | 'ambiguous-sender'
  | 'look-alike-domain'
  | 'no-sender'
  | 'encrypted'
  | 'signed'
  | 'tnef'
  | 'tnef-unreadable'
  | 'stripped-characters'
  | 'undecodable-characters'
  | 'unknown-charset'
  | 'utf-16-file'
  | 'invalid-date'
  | 'remote-content'
  | 'truncated'
  | 'too-many-parts'
  | 'too-deep'
  | 'damaged'
  | 'hosted-encrypted'
  | 'empty'

/** Something the reader must know; `message` is French and shown as is. */
export interface MailAlert {
  readonly code: MailAlertCode
  readonly message: string
}

export interface ParsedMessage {
  readonly messageId: string | null
  /** messages it answers, by identifier: In-Reply-To, then References */
  readonly answers: readonly string[]
  readonly from: MailAddress | null
  readonly replyTo: readonly MailAddress[]
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  readonly subject: string
  /** what the sender's clock said, ISO: proves nothing */
  readonly dateHeader: string | null
  readonly received: readonly ReceivedHop[]
  /** when our own server received it, ISO: the topmost Received header, or the delivery time of a .msg */
  readonly trustedReceivedAt: string | null
  readonly automatic: Automatic
  /** addresses a bounce says were not reached */
  readonly failedRecipients: readonly string[]
  readonly textBody: string
  readonly htmlPresent: boolean
  readonly attachments: readonly MailAttachment[]
  readonly alerts: readonly MailAlert[]
  /** SHA-256 of the file as received, hexadecimal */
  readonly digest: string
}

export type RefusalCode = 'too-large' | 'empty' | 'not-a-message' | 'unreadable' | 'too-slow'

export interface MailRefusal {
  readonly refusal: { readonly code: RefusalCode; readonly message: string }
}

/** What a format reader hands over; the rest is computed once for all formats. */
export type MessageContent = Omit<ParsedMessage, 'digest'>

export interface ReadLimits {
  /** of the file, in bytes */
  readonly maxBytes: number
  readonly maxAttachments: number
  /** of messages inside messages */
  readonly maxDepth: number
  /** of the body kept as text, in characters */
  readonly maxText: number
  readonly timeoutMs: number
}

export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 60 * 1024 * 1024,
  maxAttachments: 300,
  maxDepth: 6,
  maxText: 2_000_000,
  timeoutMs: 5000,
}
