import { createHash } from 'node:crypto'
import { safeFileName } from '#platform/files/index.ts'
import { type Outcome, runIsolated } from '#platform/isolated/index.ts'
import { strippedText } from '#platform/texte.ts'
import { alertOf, distinctAlerts } from './alerts.ts'
import {
  DEFAULT_LIMITS,
  type MailRefusal,
  type MessageContent,
  type ParsedMessage,
  type ReadLimits,
  type RefusalCode,
} from './model.ts'
import type { MessageWork } from './parse-message.ts'
import { utf16Of } from './raw-eml.ts'
import { isTnef } from './tnef.ts'

const ENTRY = new URL('./message-worker.ts', import.meta.url)
const REFUSALS = {
  'too-large': 'Ce message dépasse la taille permise. Enregistrez ses pièces séparément.',
  empty: 'Ce fichier est vide. Enregistrez de nouveau le message depuis la messagerie.',
  'not-a-message':
    'Ce fichier n’est pas un message lisible (.eml ou .msg). Enregistrez de nouveau le message depuis la messagerie.',
  unreadable:
    'Ce message est abîmé et n’a pas pu être lu. Conservez le fichier, ouvrez-le avec la messagerie et saisissez son contenu.',
  'too-slow':
    'La lecture de ce message a été arrêtée : il demande trop de temps ou de mémoire. Conservez le fichier et ouvrez-le avec la messagerie.',
} as const satisfies Record<RefusalCode, string>

/**
 * Reads an .eml, an Outlook .msg or a winmail.dat, whatever its name says, in a thread of its own: never rejects, never
 * takes more than `limits.timeoutMs`, never fetches anything. Either a message, with alerts for what the reader must
 * know, or a refusal with a French sentence. The caller keeps the original bytes.
 */
export function readMessage(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<ReadLimits> = {},
): Promise<ParsedMessage | MailRefusal> {
  return readMessageWith(inThread, bytes, fileName, limits)
}

type Run = (work: MessageWork) => Promise<Outcome<MessageContent>>

const inThread: Run = (work) => runIsolated(ENTRY, work, { timeoutMs: work.limits.timeoutMs, memoryMb: 512 })

/** Same, told where to parse: tests of content do without the cost of a thread. */
export async function readMessageWith(
  run: Run,
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<ReadLimits> = {},
): Promise<ParsedMessage | MailRefusal> {
  const all = { ...DEFAULT_LIMITS, ...limits }
  if (bytes.length === 0) return refusal('empty')
  if (bytes.length > all.maxBytes) return refusal('too-large')
  const format = formatOf(bytes)
  if (format === null) return refusal('not-a-message')
  const outcome = await run({ bytes, format, fileName: safeFileName(fileName, 'winmail.dat'), limits: all })
  if (!outcome.ok) return refusal(outcome.reason === 'crash' ? 'unreadable' : 'too-slow')
  return { ...clean(outcome.value), digest: createHash('sha256').update(bytes).digest('hex') }
}

function refusal(code: RefusalCode): MailRefusal {
  return { refusal: { code, message: REFUSALS[code] } }
}

const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** By content only: the name of a file proves nothing. */
function formatOf(bytes: Uint8Array): MessageWork['format'] | null {
  if (CFB.every((byte, i) => bytes[i] === byte)) return 'msg'
  if (isTnef(bytes)) return 'tnef'
  const encoding = utf16Of(bytes) ?? 'latin1'
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 16_384))
  return /^[A-Za-z][A-Za-z0-9-]{1,60}[ \t]*:/mu.test(start.slice(0, 8000)) && looksLikeHeaders(start)
    ? 'eml'
    : null
}

const USUAL =
  /^(from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|x-[a-z-]+)[ \t]*:/imu

/** At least one usual header before the first empty line; a shebang, a zip or a picture has none. */
function looksLikeHeaders(start: string): boolean {
  const headers = start.replace(/^(\ufeff|ï»¿)?\s*/u, '').split(/\r?\n\r?\n/u, 1)[0] ?? ''
  return USUAL.test(headers) && !headers.includes('\u0000')
}

/** Last guard before storage: no NUL and no lone surrogate in any text of the message. */
function clean(message: MessageContent): MessageContent {
  const subject = strippedText(message.subject.slice(0, 2000))
  const lost = subject.stripped ? [alertOf('stripped-characters')] : []
  return { ...message, subject: subject.text, alerts: distinctAlerts([...message.alerts, ...lost]) }
}
