import { safeFileName } from '#platform/files/index.ts'
import { alertOf } from './alerts.ts'
import { decompressRtf } from './decompress-rtf.ts'
import type { MailAlert, MailAttachment } from './model.ts'
import { rtfToText } from './rtf-to-text.ts'
import { readTnef } from './tnef.ts'

export interface OpenedTnef {
  readonly subject: string
  readonly attachments: readonly MailAttachment[]
  readonly body: { readonly text: string; readonly html: string }
  readonly alerts: readonly MailAlert[]
  /** the envelope itself must be kept beside what was taken out of it */
  readonly damaged: boolean
}

/** Opens Outlook's envelope: its files become ordinary attachments, its body the text of the message. */
export function attachmentsFromTnef(bytes: Uint8Array, maxText: number): OpenedTnef {
  const content = readTnef(bytes)
  const rtf = content.compressedRtf === null ? null : decompressRtf(content.compressedRtf)
  const text =
    content.text.trim() === '' && content.html === '' && rtf !== null ? rtfToText(rtf, maxText) : content.text
  const nothing = content.files.length === 0 && text.trim() === '' && content.html === ''
  const damaged = content.damaged || nothing
  return {
    subject: content.subject,
    attachments: content.files.map((file) => ({
      name: safeFileName(file.name),
      contentType: file.contentType,
      bytes: Uint8Array.from(file.bytes),
      inline: false,
      nested: null,
    })),
    body: { text, html: content.html },
    alerts: [alertOf(damaged ? 'tnef-unreadable' : 'tnef')],
    damaged,
  }
}
