import { type Header, headerOf } from './headers.ts'
import type { Automatic } from './model.ts'

const BOUNCE_SUBJECT =
  /^(mail delivery (failed|failure)|undeliver(ed|able)|delivery (status notification|failure)|returned mail|failure notice|non[ -]?remis|échec de (la )?remise|remise différée|courrier non distribué)/iu
const ABSENCE_SUBJECT =
  /^(out of (the )?office|automatic reply|auto(matic)?[ -]?reply|réponse automatique|absence\b.*\b(bureau|automatique)|absent(e)? du bureau|je suis absent|message d[’']absence|automatische antwort|abwesenheit)/iu
const BOUNCE_SENDER = /^(mailer-daemon|postmaster|mail-daemon)(@|$)/iu

/** What the transport and the sender's software say about a message written by a machine. */
export function automaticKind(headers: readonly Header[], subject: string, fromAddress: string): Automatic {
  if (isBounce(headers, subject, fromAddress)) return 'bounce'
  if (isAbsence(headers, subject)) return 'out-of-office'
  if (isList(headers)) return 'list'
  return isAutomatic(headers) ? 'automatic' : false
}

function isBounce(headers: readonly Header[], subject: string, fromAddress: string): boolean {
  const type = headerOf(headers, 'content-type') ?? ''
  if (/^multipart\/report/iu.test(type) && /report-type="?delivery-status/iu.test(type)) return true
  if (headerOf(headers, 'x-failed-recipients') !== null) return true
  const emptyPath = /^<\s*>$/u.test((headerOf(headers, 'return-path') ?? '').trim())
  if (emptyPath && !isAbsence(headers, subject)) return true
  return BOUNCE_SENDER.test(fromAddress) && BOUNCE_SUBJECT.test(subject.trim())
}

function isAbsence(headers: readonly Header[], subject: string): boolean {
  const submitted = headerOf(headers, 'auto-submitted') ?? ''
  return (
    /^auto-replied/iu.test(submitted.trim()) ||
    headerOf(headers, 'x-autoreply') !== null ||
    headerOf(headers, 'x-autorespond') !== null ||
    /^auto_reply/iu.test(headerOf(headers, 'precedence') ?? '') ||
    ABSENCE_SUBJECT.test(subject.trim())
  )
}

function isList(headers: readonly Header[]): boolean {
  return (
    ['list-id', 'list-unsubscribe', 'list-post'].some((name) => headerOf(headers, name) !== null) ||
    /^(list|bulk|junk)/iu.test((headerOf(headers, 'precedence') ?? '').trim())
  )
}

function isAutomatic(headers: readonly Header[]): boolean {
  const submitted = headerOf(headers, 'auto-submitted')
  if (submitted !== null && !/^no\b/iu.test(submitted.trim())) return true
  const suppress = headerOf(headers, 'x-auto-response-suppress')
  return suppress !== null && !/^none/iu.test(suppress.trim())
}

const ADDRESS = /[^\s<>;,:"'()]{1,64}@[^\s<>;,:"'()]{1,255}/u

/** Addresses named by a delivery report or by the X-Failed-Recipients header. */
export function failedRecipients(headers: readonly Header[], reports: readonly string[]): readonly string[] {
  const declared = (headerOf(headers, 'x-failed-recipients') ?? '').split(',')
  const reported = reports.flatMap((report) =>
    [...report.matchAll(/^(?:final|original)-recipient:\s*(?:[\w-]+\s*;)?(.*)$/gimu)].map((m) => m[1] ?? ''),
  )
  const found = [...declared, ...reported]
    .map((text) => ADDRESS.exec(text)?.[0])
    .filter((a) => a !== undefined)
  return [...new Set(found)].slice(0, 100)
}
