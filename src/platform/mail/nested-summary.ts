import type { MessageContent, NestedMessage } from './model.ts'

const MAX_NESTED_TEXT = 200_000

/** What is shown of a message kept as an attachment. */
export function nestedSummary(message: MessageContent): NestedMessage {
  return {
    subject: message.subject,
    from: message.from,
    dateHeader: message.dateHeader,
    textBody: message.textBody.slice(0, MAX_NESTED_TEXT).toWellFormed(),
    attachments: message.attachments.map(({ name, contentType, bytes, nested }) => ({
      name,
      contentType,
      size: bytes.length,
      nested,
    })),
  }
}
