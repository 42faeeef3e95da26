import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a PDF holds; nothing in it is ever executed. */
export interface PdfFacts {
  readonly encrypted: boolean
  /** a password is asked to open it */
  readonly passwordNeeded: boolean
  readonly javascript: boolean
  readonly launch: boolean
  readonly embeddedFiles: readonly string[]
  readonly signed: boolean
  readonly annotations: number
  readonly form: boolean
  readonly pages: number | null
  readonly damaged: boolean
}

const MAX_PAGES_SEEN = 60

/** Runs in a thread: hostile structures are ended by its time limit. Raw bytes say what the reader cannot open. */
export async function inspectPdfBytes(bytes: Uint8Array): Promise<PdfFacts> {
  const raw = rawFacts(bytes)
  // A copy: the library detaches the buffer it is given.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    enableXfa: false,
  })
  try {
    return { ...raw, ...(await openedFacts(await task.promise, raw)) }
  } catch (error) {
    const password = error instanceof Error && error.name === 'PasswordException'
    return { ...raw, encrypted: raw.encrypted || password, passwordNeeded: password, damaged: !password }
  } finally {
    await task.destroy()
  }
}

function rawFacts(bytes: Uint8Array): PdfFacts {
  // Names may be written with #xx escapes to hide: /J#61vaScript.
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const has = (pattern: RegExp) => pattern.test(text)
  return {
    encrypted: has(/\/Encrypt\b/u),
    passwordNeeded: false,
    javascript: has(/\/(JavaScript|JS)\b/u),
    launch: has(/\/Launch\b/u),
    embeddedFiles: [],
    signed: has(/\/ByteRange\s*\[/u),
    annotations: 0,
    form: has(/\/AcroForm\b/u),
    pages: null,
    damaged: false,
  }
}

async function openedFacts(pdf: PDFDocumentProxy, raw: PdfFacts): Promise<Partial<PdfFacts>> {
  const [scripts, attachments, fields] = await Promise.all([
    pdf.getJSActions().catch(() => null),
    pdf.getAttachments().catch(() => null),
    pdf.getFieldObjects().catch(() => null),
  ])
  const seen = await annotationsOf(pdf)
  return {
    javascript: raw.javascript || (scripts !== null && Object.keys(scripts).length > 0),
    embeddedFiles: attachmentNames(attachments).slice(0, 100),
    form: raw.form || (fields !== null && Object.keys(fields).length > 0),
    annotations: seen.count,
    pages: pdf.numPages,
    damaged: seen.damaged,
  }
}

/** The library answers a record or a map of files, without a type. */
function attachmentNames(attachments: unknown): readonly string[] {
  if (attachments instanceof Map) return [...attachments.keys()].map(String)
  return typeof attachments === 'object' && attachments !== null ? Object.keys(attachments) : []
}

const NOT_COMMENTS = new Set(['Link', 'Widget', 'Popup'])

async function annotationsOf(pdf: PDFDocumentProxy): Promise<{ count: number; damaged: boolean }> {
  let count = 0
  let damaged = false
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES_SEEN); number += 1) {
    try {
      const page = await pdf.getPage(number)
      const annotations = await page.getAnnotations()
      count += annotations.filter(({ subtype }) => !NOT_COMMENTS.has(String(subtype))).length
      page.cleanup()
    } catch {
      damaged = true
    }
  }
  return { count, damaged }
}
