import msgreader, { type FieldsData } from '@kenjiuno/msgreader'
import { safeFileName } from '#platform/files/index.ts'
import { addressAlerts, cleanAddress, parseAddresses } from './addresses.ts'
import { alertOf } from './alerts.ts'
import { automaticKind, failedRecipients } from './automatic.ts'
import { bodyOf } from './body.ts'
import { decompressRtf } from './decompress-rtf.ts'
import {
  answeredMessages,
  type Header,
  headerOf,
  headerText,
  mailDate,
  parseHeaderBlock,
  plausibleInstant,
  receivedHops,
} from './headers.ts'
import type {
  MailAddress,
  MailAlert,
  MailAttachment,
  MessageContent,
  NestedMessage,
  ReadLimits,
} from './model.ts'
import { nestedSummary } from './nested-summary.ts'
import { parseEml } from './parse-eml.ts'
import { rtfToText } from './rtf-to-text.ts'

type Reader = InstanceType<typeof msgreader.default>

/** Reads an Outlook .msg. Loops of a hostile file are ended by the thread's time limit. Throws when it is not one. */
export async function parseMsg(bytes: Uint8Array, limits: ReadLimits): Promise<MessageContent> {
  const copy = Uint8Array.from(bytes)
  const reader = new msgreader.default(copy.buffer)
  const fields = reader.getFileData()
  if (fields.error !== undefined || fields.dataType !== 'msg') throw new Error('not a message')
  return await contentOf(reader, fields, limits, 0)
}

async function contentOf(
  reader: Reader,
  fields: FieldsData,
  limits: ReadLimits,
  depth: number,
): Promise<MessageContent> {
  const headers = parseHeaderBlock(fields.headers ?? '')
  const files = await readAttachments(reader, fields, limits, depth)
  const body = bodyOf(bodySources(fields, files.signedBody, limits), limits.maxText)
  const from = senderOf(fields, headers)
  const recipients = recipientsOf(fields)
  const rawDate = fields.clientSubmitTime ?? headerOf(headers, 'date')
  const dateHeader = instantOf(fields.clientSubmitTime) ?? mailDate(headerOf(headers, 'date'))
  const received = receivedHops(headers)
  const subject = headerText(fields.subject)
  const alerts: MailAlert[] = [...files.alerts, ...body.alerts]
  alerts.push(...addressAlerts(from, headerOf(headers, 'from'), [...recipients.to, ...recipients.cc]))
  if (rawDate !== null && dateHeader === null) alerts.push(alertOf('invalid-date'))
  if (body.text.trim() === '' && files.attachments.length === 0) alerts.push(alertOf('empty'))
  return {
    messageId: headerText(headerOf(headers, 'message-id')) || null,
    answers: answeredMessages(headers),
    from,
    replyTo: parseAddresses(headerOf(headers, 'reply-to')),
    ...recipients,
    subject,
    dateHeader,
    received,
    trustedReceivedAt: instantOf(fields.messageDeliveryTime) ?? received[0]?.at ?? null,
    automatic: automaticOf(fields, headers, subject, from?.address ?? ''),
    failedRecipients: failedRecipients(headers, []),
    textBody: body.text,
    htmlPresent: fields.html !== undefined || fields.bodyHtml !== undefined,
    attachments: files.attachments,
    alerts,
  }
}

/** The library writes dates as UTC strings, « Invalid Date » included. */
function instantOf(value: string | undefined): string | null {
  return value === undefined ? null : plausibleInstant(new Date(value))
}

function automaticOf(fields: FieldsData, headers: readonly Header[], subject: string, from: string) {
  const messageClass = (fields.messageClass ?? '').toLowerCase()
  if (/^report\..*\.(ndr|delayed)/u.test(messageClass)) return 'bounce'
  if (/^ipm\.note\.rules\.(oof|replytemplate)/u.test(messageClass)) return 'out-of-office'
  return automaticKind(headers, subject, from)
}

function senderOf(fields: FieldsData, headers: readonly Header[]): MailAddress | null {
  const candidates = [
    fields.senderSmtpAddress,
    fields.senderEmail,
    fields.sentRepresentingSmtpAddress,
    fields.creatorSMTPAddress,
  ]
  const address = candidates.find((candidate) => candidate?.includes('@'))
  if (address !== undefined) return cleanAddress(fields.senderName ?? '', address)
  const [fromHeader] = parseAddresses(headerOf(headers, 'from'))
  if (fromHeader !== undefined) return fromHeader
  return fields.senderName === undefined ? null : cleanAddress(fields.senderName, '')
}

function recipientsOf(fields: FieldsData): { to: readonly MailAddress[]; cc: readonly MailAddress[] } {
  const people = (fields.recipients ?? []).slice(0, 500).map((recipient) => ({
    kind: String(recipient.recipType ?? 'to').toLowerCase(),
    person: cleanAddress(recipient.name ?? '', recipient.smtpAddress ?? recipient.email ?? ''),
  }))
  const of = (kind: string) => people.filter((entry) => entry.kind === kind).map((entry) => entry.person)
  return { to: of('to'), cc: of('cc') }
}

function bodySources(fields: FieldsData, signedBody: string, limits: ReadLimits) {
  const html = fields.bodyHtml ?? decodeHtml(fields)
  const rtf = fields.compressedRtf === undefined ? null : decompressRtf(fields.compressedRtf)
  const written = fields.body ?? ''
  const text = written.trim() === '' && html === '' && rtf !== null ? rtfToText(rtf, limits.maxText) : written
  return { text, html, fallback: { text: signedBody, html: '' } }
}

function decodeHtml(fields: FieldsData): string {
  if (fields.html === undefined) return ''
  const codePage = fields.internetCodepage
  const label = codePage === undefined || codePage === 65_001 ? 'utf-8' : `windows-${codePage}`
  try {
    return new TextDecoder(label).decode(fields.html)
  } catch {
    return new TextDecoder('windows-1252').decode(fields.html)
  }
}

interface Files {
  readonly attachments: readonly MailAttachment[]
  readonly alerts: readonly MailAlert[]
  /** text of a signed message, kept by Outlook in its only attachment */
  readonly signedBody: string
}

async function readAttachments(
  reader: Reader,
  fields: FieldsData,
  limits: ReadLimits,
  depth: number,
): Promise<Files> {
  const all = fields.attachments ?? []
  const alerts: MailAlert[] = all.length > limits.maxAttachments ? [alertOf('too-many-parts')] : []
  const attachments: MailAttachment[] = []
  for (const field of all.slice(0, limits.maxAttachments)) {
    const bytes = bytesOf(reader, field)
    if (bytes === null) alerts.push(alertOf('damaged'))
    const nested = await nestedOf(reader, field, limits, depth)
    if (nested === 'too-deep') alerts.push(alertOf('too-deep'))
    attachments.push(attachmentOf(field, bytes ?? new Uint8Array(), nested === 'too-deep' ? null : nested))
  }
  return { ...(await smime(fields, attachments, limits)), alerts: [...alerts, ...smimeAlerts(fields)] }
}

function bytesOf(reader: Reader, field: FieldsData): Uint8Array | null {
  try {
    return Uint8Array.from(reader.getAttachment(field).content)
  } catch {
    return null
  }
}

async function nestedOf(
  reader: Reader,
  field: FieldsData,
  limits: ReadLimits,
  depth: number,
): Promise<NestedMessage | null | 'too-deep'> {
  if (field.innerMsgContentFields === undefined) return null
  if (depth + 1 >= limits.maxDepth) return 'too-deep'
  return nestedSummary(await contentOf(reader, field.innerMsgContentFields, limits, depth + 1))
}

function attachmentOf(field: FieldsData, bytes: Uint8Array, nested: NestedMessage | null): MailAttachment {
  const isMessage = field.innerMsgContent === true
  const given = field.fileName ?? field.fileNameShort ?? field.name ?? ''
  const name = safeFileName(given, isMessage ? 'message' : `sans-nom${field.extension ?? ''}`)
  return {
    name: isMessage && !/\.msg$/iu.test(name) ? `${name}.msg` : name,
    contentType: isMessage
      ? 'application/vnd.ms-outlook'
      : (field.attachMimeTag ?? 'application/octet-stream'),
    bytes,
    inline: field.attachmentHidden === true || (field.pidContentId ?? '') !== '',
    nested,
  }
}

function smimeAlerts(fields: FieldsData): readonly MailAlert[] {
  const messageClass = (fields.messageClass ?? '').toLowerCase()
  if (messageClass.endsWith('.smime.multipartsigned')) return [alertOf('signed')]
  return messageClass.endsWith('.smime') ? [alertOf('encrypted')] : []
}

/** A signed message keeps its real content in its only attachment, as an Internet message. */
async function smime(
  fields: FieldsData,
  attachments: readonly MailAttachment[],
  limits: ReadLimits,
): Promise<{ attachments: readonly MailAttachment[]; signedBody: string }> {
  const [only] = attachments
  const signed = (fields.messageClass ?? '').toLowerCase().endsWith('.smime.multipartsigned')
  if (!signed || only === undefined || attachments.length !== 1) return { attachments, signedBody: '' }
  const inner = await parseEml(only.bytes, limits, limits.maxDepth - 1)
  return { attachments: [...inner.attachments, only], signedBody: inner.textBody }
}
