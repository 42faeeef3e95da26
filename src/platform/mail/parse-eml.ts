import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { safeFileName } from '#platform/files/index.ts'
import { addressAlerts, parseAddresses } from './addresses.ts'
import { alertOf } from './alerts.ts'
import { attachmentsFromTnef, type OpenedTnef } from './attachments-from-tnef.ts'
import { automaticKind, failedRecipients } from './automatic.ts'
import { bodyOf } from './body.ts'
import { answeredMessages, headerOf, headerText, mailDate, receivedHops } from './headers.ts'
import type {
  MailAddress,
  MailAlert,
  MailAttachment,
  MessageContent,
  NestedMessage,
  ReadLimits,
} from './model.ts'
import { nestedSummary } from './nested-summary.ts'
import { utf16Of, withUtf8Headers } from './raw-eml.ts'
import { isTnef } from './tnef.ts'
import { extractUuencoded } from './uuencode.ts'

/** Reads an Internet message (RFC 5322 and its usual mistakes). Throws only when the MIME limits are passed. */
export async function parseEml(bytes: Uint8Array, limits: ReadLimits, depth = 0): Promise<MessageContent> {
  const alerts: MailAlert[] = []
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) alerts.push(alertOf('utf-16-file'))
  const readable = utf16 === null ? bytes : Buffer.from(new TextDecoder(utf16).decode(bytes), 'utf8')
  const email = await PostalMime.parse(withUtf8Headers(withoutMboxLine(readable)), {
    forceRfc822Attachments: true,
    maxNestingDepth: 60,
  })
  const sorted = await readAttachments(email, limits, depth)
  alerts.push(...sorted.alerts)
  const body = bodyOf(
    { text: email.text ?? '', html: email.html ?? '', fallback: sorted.body },
    limits.maxText,
  )
  const uu = extractUuencoded(body.text)
  const attachments = [...sorted.attachments, ...uu.files.map(uuAttachment)]
  const common = envelope(email, sorted.reports)
  alerts.push(...body.alerts, ...common.alerts, ...charsetAlerts(email))
  if (uu.text.trim() === '' && attachments.length === 0) alerts.push(alertOf('empty'))
  return {
    ...common.fields,
    textBody: uu.text,
    htmlPresent: (email.html ?? '') !== '' || sorted.body.html !== '',
    attachments,
    alerts,
  }
}

/** Bytes written by some mailboxes before the first header: « From x@y Thu Jan 01… ». */
function withoutMboxLine(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, 300)).toString('latin1')
  const mbox = /^(?:\ufeff|ï»¿)?(?:>?From [^\r\n:]*\d{4}[^\r\n]*\r?\n)/u.exec(start)
  if (mbox !== null) return bytes.subarray(mbox[0].length)
  return start.startsWith('ï»¿') ? bytes.subarray(3) : bytes
}

type Fields = Omit<MessageContent, 'textBody' | 'htmlPresent' | 'attachments' | 'alerts'>

function envelope(
  email: Email,
  reports: readonly string[],
): { fields: Fields; alerts: readonly MailAlert[] } {
  const { headers } = email
  const rawFrom = headerOf(headers, 'from')
  const from = senderOf(email.headers)
  const lists = {
    replyTo: addressesOf(email, 'reply-to'),
    to: addressesOf(email, 'to'),
    cc: addressesOf(email, 'cc'),
  }
  const subject = headerText(headerOf(headers, 'subject'))
  const date = headerOf(headers, 'date')
  const dateHeader = mailDate(date)
  const received = receivedHops(headers)
  const alerts = [...addressAlerts(from, rawFrom, [...lists.replyTo, ...lists.to, ...lists.cc])]
  if (date !== null && dateHeader === null) alerts.push(alertOf('invalid-date'))
  return {
    alerts,
    fields: {
      messageId: headerText(headerOf(headers, 'message-id')) || null,
      answers: answeredMessages(headers),
      from,
      ...lists,
      subject,
      dateHeader,
      received,
      trustedReceivedAt: received[0]?.at ?? null,
      automatic: automaticKind(headers, subject, from?.address ?? ''),
      failedRecipients: failedRecipients(headers, reports),
    },
  }
}

function addressesOf(email: Email, key: string): readonly MailAddress[] {
  return email.headers
    .filter((header) => header.key === key)
    .flatMap((header) => parseAddresses(header.value))
}

/** The last address of the first usable From: in « "a" <b@c>:<d@e> » the one that would be answered is the last. */
function senderOf(headers: Email['headers']): MailAddress | null {
  const froms = headers
    .filter((header) => header.key === 'from')
    .map((header) => parseAddresses(header.value))
  const usable = froms.find((people) => people.some((person) => person.address !== '')) ?? froms[0] ?? []
  return usable.findLast((person) => person.address !== '') ?? usable[0] ?? null
}

interface Sorted {
  readonly attachments: readonly MailAttachment[]
  readonly alerts: readonly MailAlert[]
  /** text of delivery reports */
  readonly reports: readonly string[]
  /** body found in an Outlook envelope */
  readonly body: { text: string; html: string }
}

async function readAttachments(email: Email, limits: ReadLimits, depth: number): Promise<Sorted> {
  const alerts: MailAlert[] = [...smimeAlerts(email)]
  if (email.attachments.length > limits.maxAttachments) alerts.push(alertOf('too-many-parts'))
  const attachments: MailAttachment[] = []
  const reports: string[] = []
  const envelopes: { text: string; html: string }[] = []
  for (const part of email.attachments.slice(0, limits.maxAttachments)) {
    const bytes = contentOf(part)
    if (DELIVERY_REPORT.test(part.mimeType))
      reports.push(Buffer.from(bytes.subarray(0, 100_000)).toString('utf8'))
    const opened = isTnef(bytes) ? attachmentsFromTnef(bytes, limits.maxText) : NOT_AN_ENVELOPE
    alerts.push(...opened.alerts)
    attachments.push(...opened.attachments)
    envelopes.push(opened.body)
    if (!opened.damaged) continue
    const { nested, alert } = await nestedOf(part, bytes, limits, depth)
    alerts.push(...alert)
    attachments.push(attachmentOf(part, bytes, nested, email.html ?? ''))
  }
  const body = envelopes.find(({ text, html }) => text !== '' || html !== '') ?? { text: '', html: '' }
  return { attachments, alerts, reports, body }
}

/** An ordinary part stays an attachment, as a damaged envelope does. */
const NOT_AN_ENVELOPE: OpenedTnef = {
  subject: '',
  attachments: [],
  body: { text: '', html: '' },
  alerts: [],
  damaged: true,
}

const DELIVERY_REPORT = /^(message\/(global-)?delivery-status|text\/rfc822-headers)$/u

function contentOf(part: Attachment): Uint8Array {
  if (typeof part.content === 'string') return Buffer.from(part.content)
  return new Uint8Array(part.content)
}

const MESSAGE_TYPES = /^message\/(rfc822|global)$/u

async function nestedOf(
  part: Attachment,
  bytes: Uint8Array,
  limits: ReadLimits,
  depth: number,
): Promise<{ nested: NestedMessage | null; alert: readonly MailAlert[] }> {
  if (!MESSAGE_TYPES.test(part.mimeType) || bytes.length === 0) return { nested: null, alert: [] }
  if (depth + 1 >= limits.maxDepth) return { nested: null, alert: [alertOf('too-deep')] }
  try {
    return { nested: nestedSummary(await parseEml(bytes, limits, depth + 1)), alert: [] }
  } catch {
    return { nested: null, alert: [alertOf('damaged')] }
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'application/ics': '.ics',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'message/delivery-status': '.txt',
  'application/ms-tnef': '.dat',
  'application/pkcs7-mime': '.p7m',
}

function attachmentOf(
  part: Attachment,
  bytes: Uint8Array,
  nested: NestedMessage | null,
  html: string,
): MailAttachment {
  const isMessage = MESSAGE_TYPES.test(part.mimeType)
  const fallback = isMessage
    ? `${nested?.subject.slice(0, 80) || 'message'}.eml`
    : `sans-nom${EXTENSIONS[part.mimeType] ?? ''}`
  const name = safeFileName(part.filename ?? fallback, safeFileName(fallback))
  const cid = (part.contentId ?? '').replace(/[<>]/gu, '')
  const inBody = part.related === true || (cid !== '' && html.includes(`cid:${cid}`))
  return {
    name: isMessage && !/\.(eml|msg)$/iu.test(name) ? `${name}.eml` : name,
    contentType: part.mimeType || 'application/octet-stream',
    bytes,
    inline:
      part.mimeType.startsWith('image/') &&
      (inBody || part.disposition === 'inline') &&
      part.disposition !== 'attachment',
    nested,
  }
}

function uuAttachment(file: { name: string; bytes: Uint8Array }): MailAttachment {
  return {
    name: safeFileName(file.name),
    contentType: 'application/octet-stream',
    bytes: file.bytes,
    inline: false,
    nested: null,
  }
}

function smimeAlerts(email: Email): readonly MailAlert[] {
  const type = (headerOf(email.headers, 'content-type') ?? '').toLowerCase()
  const names = email.attachments.map((part) => `${part.mimeType} ${part.filename ?? ''}`.toLowerCase())
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (/^multipart\/encrypted/u.test(type) || has(/^application\/pgp-encrypted/u))
    return [alertOf('encrypted')]
  if (/pkcs7-mime/u.test(type) || has(/pkcs7-mime|\.p7m$/u)) {
    return [alertOf(/signed-data/u.test(type) ? 'signed' : 'encrypted')]
  }
  return /^multipart\/signed/u.test(type) || has(/pkcs7-signature|pgp-signature/u) ? [alertOf('signed')] : []
}

/** A charset no decoder knows was read as Windows-1252 or UTF-8: the reader is told. */
function charsetAlerts(email: Email): readonly MailAlert[] {
  const charset = /charset\s*=\s*"?([^\s";]+)/iu.exec(headerOf(email.headers, 'content-type') ?? '')?.[1]
  if (charset === undefined) return []
  try {
    new TextDecoder(charset.replace(/^x-/iu, ''))
    return []
  } catch {
    return [alertOf('unknown-charset')]
  }
}
