import { strippedText } from '#platform/texte.ts'
import { alertOf } from './alerts.ts'
import { callsRemoteContent, htmlTitle, htmlToText } from './html-to-text.ts'
import type { MailAlert } from './model.ts'
import { repairedText } from './mojibake.ts'

export interface BodySources {
  readonly text: string
  readonly html: string
  /** body of an Outlook envelope, used when the message has none of its own */
  readonly fallback: { readonly text: string; readonly html: string }
}

const HOSTED_ENCRYPTION =
  /(verschlüsselte nachricht|encrypted (mail|e-?mail|message) (notification|has been)|message (chiffré|crypté|sécurisé)[^.]{0,60}(portail|cliquez|consulter))/iu

/** The readable text of a message and what was lost on the way: the text part, else the HTML turned into text. */
export function bodyOf(
  sources: BodySources,
  maxText: number,
): { text: string; alerts: readonly MailAlert[] } {
  const own = sources.text.trim() !== '' || sources.html.trim() !== ''
  const chosen = own ? sources : sources.fallback
  const text = repairedText(chosen.text)
  const html = repairedText(chosen.html)
  const alerts: MailAlert[] = []
  const converted = text.trim() === '' ? fromHtml(html, maxText) : { text, truncated: false }
  const stripped = strippedText(converted.text.replace(/\r\n?/gu, '\n'))
  if (stripped.stripped) alerts.push(alertOf('stripped-characters'))
  if (stripped.text.includes('\ufffd')) alerts.push(alertOf('undecodable-characters'))
  if (converted.truncated || stripped.text.length > maxText) alerts.push(alertOf('truncated'))
  if (callsRemoteContent(html.slice(0, 1_000_000))) alerts.push(alertOf('remote-content'))
  const readable = stripped.text.slice(0, maxText).toWellFormed()
  if (HOSTED_ENCRYPTION.test(readable.slice(0, 5000))) alerts.push(alertOf('hosted-encrypted'))
  return { text: readable, alerts }
}

/** Some senders put everything in the title: better that than nothing. */
function fromHtml(html: string, maxText: number): { text: string; truncated: boolean } {
  const converted = htmlToText(html, maxText)
  return converted.text === '' ? { text: htmlTitle(html), truncated: false } : converted
}
