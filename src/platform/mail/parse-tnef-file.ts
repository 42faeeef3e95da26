import { alertOf } from './alerts.ts'
import { attachmentsFromTnef } from './attachments-from-tnef.ts'
import { bodyOf } from './body.ts'
import { headerText } from './headers.ts'
import type { MessageContent, ReadLimits } from './model.ts'

/** A winmail.dat saved alone: no sender, no date, but its files and text. */
export function parseTnefFile(bytes: Uint8Array, fileName: string, limits: ReadLimits): MessageContent {
  const opened = attachmentsFromTnef(bytes, limits.maxText)
  const body = bodyOf({ ...opened.body, fallback: { text: '', html: '' } }, limits.maxText)
  const kept = { name: fileName, contentType: 'application/ms-tnef', bytes, inline: false, nested: null }
  return {
    messageId: null,
    answers: [],
    from: null,
    replyTo: [],
    to: [],
    cc: [],
    subject: headerText(opened.subject),
    dateHeader: null,
    received: [],
    trustedReceivedAt: null,
    automatic: false,
    failedRecipients: [],
    textBody: body.text,
    htmlPresent: opened.body.html !== '',
    attachments: opened.damaged ? [...opened.attachments, kept] : opened.attachments,
    alerts: [...opened.alerts, ...body.alerts, alertOf('no-sender')],
  }
}
