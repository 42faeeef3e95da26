export { callsRemoteContent, htmlToText } from './html-to-text.ts'
export { messageIdOf } from './message-id.ts'
export type {
  Automatic,
  MailAddress,
  MailAlert,
  MailAlertCode,
  MailAttachment,
  MailRefusal,
  NestedAttachment,
  NestedMessage,
  ParsedMessage,
  ReadLimits,
  ReceivedHop,
  RefusalCode,
} from './model.ts'
export type { MailSender, OutgoingMessage, SendingOutcome } from './outgoing.ts'
export { readMessage } from './read-message.ts'
export { createSmtpSender, DIALOGUE_TIMEOUT_MS, loopbackOnly, mailSenderMissing } from './smtp-sender.ts'
export { isLoopback, type Mailbox, readMailbox, readSmtpUrl, type SmtpServer } from './smtp-url.ts'
