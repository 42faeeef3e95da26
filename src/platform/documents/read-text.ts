import { type Outcome, runIsolated } from '#platform/isolated/index.ts'
import { DOCUMENT_TYPES } from './document-types.ts'
import { OFFICE_FORMATS, type OfficeFormat } from './office-text.ts'
import { previewText } from './preview-text.ts'

/** Characters read of a document: what follows is not. */
export const MAX_TEXT = 100_000
/** A page with fewer letters than this is a picture of a page: a number, a stamp. */
const FEW_LETTERS = 20

export type UnreadableCode = 'password' | 'damaged' | 'too-long'

/** What a document says, or why it says nothing. */
export type TextReading =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly truncated: boolean
      /** pages that hold a picture instead of text, from 1; a recognizer may read them */
      readonly pictures: readonly number[]
    }
  /** a picture, or nothing but pictures: `pages` null for an image */
  | { readonly kind: 'picture'; readonly pages: readonly number[] | null }
  /** a recording, an archive… */
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableCode }

const TEXTS: readonly string[] = [
  DOCUMENT_TYPES.text.contentType,
  DOCUMENT_TYPES.csv.contentType,
  DOCUMENT_TYPES.xml.contentType,
]
const PICTURES: readonly string[] = [
  DOCUMENT_TYPES.png.contentType,
  DOCUMENT_TYPES.jpeg.contentType,
  DOCUMENT_TYPES.tiff.contentType,
  DOCUMENT_TYPES.webp.contentType,
  DOCUMENT_TYPES.gif.contentType,
  DOCUMENT_TYPES.bmp.contentType,
]
const OFFICE: ReadonlyMap<string, OfficeFormat> = new Map(
  OFFICE_FORMATS.map((format) => [DOCUMENT_TYPES[format].contentType, format]),
)
const OFFICE_WORKER = new URL('./office-text-worker.ts', import.meta.url)
const PDF_WORKER = new URL('./pdf-text-worker.ts', import.meta.url)

/**
 * The text of a document kept, by the type found when it was received; in a thread with limits for what is hostile. Never
 * rejects. Messages are read elsewhere: `#platform/mail`.
 */
export async function readText(bytes: Uint8Array, contentType: string): Promise<TextReading> {
  if (contentType === DOCUMENT_TYPES.pdf.contentType) return await readPdf(bytes)
  if (PICTURES.includes(contentType)) return { kind: 'picture', pages: null }
  const format = OFFICE.get(contentType)
  if (format !== undefined) {
    const input = { bytes, format, max: MAX_TEXT + 1 }
    return readingOf(await runIsolated<string>(OFFICE_WORKER, input, { timeoutMs: 10_000, memoryMb: 512 }))
  }
  if (!TEXTS.includes(contentType)) return { kind: 'none' }
  const read = previewText(bytes, MAX_TEXT)
  return read === null
    ? { kind: 'unreadable', reason: 'damaged' }
    : { kind: 'text', text: read.text, truncated: read.truncated, pictures: [] }
}

const kept = (text: string) => ({
  text: text.slice(0, MAX_TEXT).toWellFormed(),
  truncated: text.length > MAX_TEXT,
})

function readingOf(outcome: Outcome<string>): TextReading {
  return outcome.ok ? { kind: 'text', ...kept(outcome.value), pictures: [] } : unreadable(outcome)
}

function unreadable(outcome: Extract<Outcome<string>, { ok: false }>): TextReading {
  if (outcome.reason !== 'crash') return { kind: 'unreadable', reason: 'too-long' }
  return { kind: 'unreadable', reason: /^PasswordException/u.test(outcome.message) ? 'password' : 'damaged' }
}

const lettersOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

async function readPdf(bytes: Uint8Array): Promise<TextReading> {
  const outcome = await runIsolated<string>(PDF_WORKER, bytes, { timeoutMs: 20_000, memoryMb: 512 })
  if (!outcome.ok) return unreadable(outcome)
  // a form feed ends each page
  const pages = outcome.value.split('\f').slice(0, -1)
  const pictures = pages.flatMap((page, i) => (lettersOf(page) < FEW_LETTERS ? [i + 1] : []))
  if (pages.length === 0) return { kind: 'unreadable', reason: 'damaged' }
  if (pictures.length === pages.length) return { kind: 'picture', pages: pictures }
  return { kind: 'text', ...kept(pages.join('\n')), pictures }
}
