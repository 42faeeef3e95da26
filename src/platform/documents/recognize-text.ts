import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

export interface PictureToRecognize {
  readonly bytes: Uint8Array
  /** pages of a PDF, from 1; null for an image */
  readonly pages: readonly number[] | null
  readonly signal?: AbortSignal
}

/** What was recognized, page after page, or why nothing was. */
export type Recognition =
  | {
      readonly ok: true
      /** one per page asked for, in order; null for those left out: too many, or too long */
      readonly pages: readonly (string | null)[]
    }
  | { readonly ok: false; readonly reason: 'unavailable' | 'damaged' | 'too-long' }

/** Reads the letters of pictures with a program of this machine. */
export interface TextRecognizer {
  /** null when it can; otherwise why it cannot, in French */
  readonly unavailable: string | null
  recognize(picture: PictureToRecognize): Promise<Recognition>
}

/** Of one document: beyond, its other pages stay unread. */
export const MAX_RECOGNIZED_PAGES = 30
const RASTER_TIMEOUT_MS = 30_000
const PAGE_TIMEOUT_MS = 90_000
/** Of one document: its other pages stay unread. */
const TOTAL_TIMEOUT_MS = 10 * 60_000
const MEMORY_MB = 1500
/** Long side of an A4 page at 300 dots per inch, whatever size a page says it has. */
const LONG_SIDE = 3508

/** Black from white around each place of the page, not over the whole of it: a photo is darker on one side. */
const UNEVEN_LIGHT = ['-c', 'thresholding_method=2'] as const

const USUAL_PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/homebrew/bin',
  'C:\\Program Files\\Tesseract-OCR',
] as const

const MISSING =
  'La reconnaissance de texte n’est pas installée sur ce serveur. L’informatique peut l’installer (tesseract-ocr, tesseract-ocr-fra et poppler-utils), ou indiquer où elle est par PORTE_VOIX_TESSERACT.'

const without = (unavailable: string): TextRecognizer => ({
  unavailable,
  recognize: () => Promise.resolve({ ok: false, reason: 'unavailable' }),
})

/** A machine that reads no picture: their text is not searched. */
export const textRecognizerMissing: TextRecognizer = without(MISSING)

const findProgram = (name: string): string | undefined =>
  USUAL_PLACES.flatMap((place) => [join(place, name), join(place, `${name}.exe`)]).find((path) =>
    existsSync(path),
  )

/** The recognizer of this machine: the program given, or where it usually is, with its French and what draws PDF pages. */
export function findTextRecognizer(given: string | null): TextRecognizer {
  const tesseract = given ?? findProgram('tesseract')
  if (tesseract === undefined) return textRecognizerMissing
  const languages = spawnSync(tesseract, ['--list-langs'], {
    encoding: 'utf8',
    timeout: 10_000,
    windowsHide: true,
  })
  if (languages.error !== undefined || languages.status !== 0)
    return without(`Le programme de reconnaissance de texte ne répond pas (${tesseract}).`)
  const known = `${languages.stdout}\n${languages.stderr}`.split(/\s+/u)
  if (!known.includes('fra'))
    return without('La reconnaissance de texte est installée sans le français (paquet tesseract-ocr-fra).')
  const pdftoppm = findProgram('pdftoppm')
  if (pdftoppm === undefined)
    return without(
      'La reconnaissance de texte ne peut pas dessiner les pages des PDF (paquet poppler-utils).',
    )
  return createTextRecognizer({ tesseract, pdftoppm, orients: known.includes('osd') })
}

export interface Programs {
  readonly tesseract: string
  readonly pdftoppm: string
  /** turns pages that lie on their side */
  readonly orients: boolean
}

/**
 * One page at a time, behind everything else on the machine; each page is drawn in a folder of its own, thrown away. No network
 * where the system allows to cut it; stopped at its time limit.
 */
export function createTextRecognizer(programs: Programs): TextRecognizer {
  let last: Promise<unknown> = Promise.resolve()
  return {
    unavailable: null,
    recognize(picture) {
      const mine = last.then(() => recognizeAll(programs, picture))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

async function recognizeAll(
  programs: Programs,
  { bytes, pages, signal }: PictureToRecognize,
): Promise<Recognition> {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-texte-'))
  try {
    const source = join(folder, pages === null ? 'image' : 'document.pdf')
    await writeFile(source, bytes, { mode: 0o600 })
    if (pages === null) return oneImage(await readPicture(programs, folder, source))
    const read: (string | null)[] = []
    const end = performance.now() + TOTAL_TIMEOUT_MS
    for (const [i, page] of pages.entries()) {
      const wanted = i < MAX_RECOGNIZED_PAGES && signal?.aborted !== true && performance.now() < end
      read.push(wanted ? textOf(await readPage(programs, folder, { source, page })) : null)
    }
    const nothing = read.every((text) => text === null)
    return nothing ? { ok: false, reason: 'damaged' } : { ok: true, pages: read }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 })
  }
}

type Read = { readonly text: string } | { readonly failed: 'damaged' | 'too-long' }

const textOf = (read: Read): string | null => ('text' in read ? read.text : null)
const oneImage = (read: Read): Recognition =>
  'text' in read ? { ok: true, pages: [read.text] } : { ok: false, reason: read.failed }

async function readPage(
  programs: Programs,
  folder: string,
  { source, page }: { readonly source: string; readonly page: number },
): Promise<Read> {
  const image = join(folder, 'page')
  const args = [
    '-f',
    String(page),
    '-l',
    String(page),
    '-scale-to',
    String(LONG_SIDE),
    '-gray',
    '-png',
    '-singlefile',
  ]
  const drawn = await runProgram({
    command: programs.pdftoppm,
    args: [...args, source, image],
    folder,
    timeoutMs: RASTER_TIMEOUT_MS,
    background: { memoryMb: MEMORY_MB },
  })
  if (drawn.outcome === 'timeout') return { failed: 'too-long' }
  try {
    return await readPicture(programs, folder, `${image}.png`)
  } finally {
    await rm(`${image}.png`, { force: true })
  }
}

async function readPicture({ tesseract, orients }: Programs, folder: string, image: string): Promise<Read> {
  if (!existsSync(image)) return { failed: 'damaged' }
  const { outcome, code, output } = await runProgram({
    command: tesseract,
    args: [image, 'stdout', '-l', 'fra', '--psm', orients ? '1' : '3', ...UNEVEN_LIGHT],
    folder,
    timeoutMs: PAGE_TIMEOUT_MS,
    background: { memoryMb: MEMORY_MB },
  })
  if (outcome === 'timeout') return { failed: 'too-long' }
  if (code !== 0) return { failed: 'damaged' }
  return { text: output.replaceAll('\f', '').trim().toWellFormed() }
}
