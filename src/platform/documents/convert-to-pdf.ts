import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openTemplate } from './open-template.ts'
import { runProgram } from './run-program.ts'

/** The PDF of a Word document, or why there is none, in French. */
export type PdfConversion =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly reason: string }

/** Turns Word documents into PDF with an office software of this machine. */
export interface PdfConverter {
  /** null when it can convert; otherwise why it cannot, in French */
  readonly unavailable: string | null
  convert(docx: Uint8Array): Promise<PdfConversion>
}

export interface ConverterOptions {
  /** the `soffice` program */
  readonly command: string
  readonly timeoutMs?: number
}

const DEFAULT_TIMEOUT_MS = 60_000
const MAX_PDF_BYTES = 50 * 1024 * 1024
/** Waiting for their turn: beyond, it is better to say so than to let someone watch. */
const MAX_WAITING = 10

const USUAL_PLACES = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
] as const

const MISSING =
  'LibreOffice n’est pas installé sur le serveur : faites le PDF dans Word, puis déposez-le. L’informatique peut l’installer, ou indiquer où il est par PORTE_VOIX_LIBREOFFICE.'

/** A machine without office software: the PDF is made elsewhere and dropped. */
export const pdfConverterMissing: PdfConverter = {
  unavailable: MISSING,
  convert: () => Promise.resolve({ ok: false, reason: MISSING }),
}

/** The converter of this machine: the program given, or where it usually is. */
export function findPdfConverter(given: string | null): PdfConverter {
  const command = given ?? USUAL_PLACES.find((path) => existsSync(path))
  if (command === undefined) return pdfConverterMissing
  if (!existsSync(command)) {
    const reason = `LibreOffice est introuvable à l’endroit indiqué par PORTE_VOIX_LIBREOFFICE (${command}) : faites le PDF dans Word, puis déposez-le.`
    return { unavailable: reason, convert: () => Promise.resolve({ ok: false, reason }) }
  }
  return createPdfConverter({ command })
}

/**
 * Converts with LibreOffice, one document at a time: a profile of its own per run, thrown away; no macro, no link
 * followed; no network where the system allows to cut it; the whole family of processes killed at the time limit. A
 * document that calls a distant content, or is no .docx, is never opened.
 */
export function createPdfConverter({
  command,
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: ConverterOptions): PdfConverter {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    unavailable: null,
    convert(docx) {
      const opened = openTemplate(docx)
      if (!opened.ok) return Promise.resolve({ ok: false, reason: opened.error.message })
      if (waiting >= MAX_WAITING) return Promise.resolve({ ok: false, reason: BUSY })
      waiting += 1
      const mine = last.then(() => runOnce(command, docx, timeoutMs))
      last = mine
        .catch(() => undefined)
        .finally(() => {
          waiting -= 1
        })
      return mine
    },
  }
}

const BUSY = 'D’autres lettres sont en cours de conversion. Réessayez dans une minute.'
const FAILED =
  'LibreOffice n’a pas pu faire le PDF de cette lettre. Faites-le dans Word (Enregistrer sous, PDF), puis déposez-le.'
const TOO_LONG =
  'LibreOffice a mis trop de temps : la conversion a été arrêtée. Faites le PDF dans Word, puis déposez-le.'

async function runOnce(command: string, docx: Uint8Array, timeoutMs: number): Promise<PdfConversion> {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-pdf-'))
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), PROFILE)
    await writeFile(join(folder, 'lettre.docx'), docx, { mode: 0o600 })
    const outcome = await runOffice(command, folder, timeoutMs)
    if (outcome === 'timeout') return { ok: false, reason: TOO_LONG }
    const pdf = join(folder, 'lettre.pdf')
    const size = await stat(pdf).then(
      (found) => found.size,
      () => 0,
    )
    if (size === 0 || size > MAX_PDF_BYTES) return { ok: false, reason: FAILED }
    const bytes = await readFile(pdf)
    return bytes.subarray(0, 5).toString('latin1') === '%PDF-'
      ? { ok: true, pdf: bytes }
      : { ok: false, reason: FAILED }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 })
  }
}

// Tagged and archivable: read by a screen reader, and for as long as the file is kept.
const FILTER =
  'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"false"}}'

const argumentsFor = (folder: string): readonly string[] => [
  `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
  '--headless',
  '--norestore',
  '--nolockcheck',
  '--nodefault',
  '--nofirststartwizard',
  '--convert-to',
  FILTER,
  '--outdir',
  folder,
  join(folder, 'lettre.docx'),
]

const runOffice = async (command: string, folder: string, timeoutMs: number): Promise<'done' | 'timeout'> =>
  (await runProgram({ command, args: argumentsFor(folder), folder, timeoutMs })).outcome

const item = (path: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`

/** Macros never run, links are never followed, nothing is proposed. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${item('Common/Security/Scripting', 'MacroSecurityLevel', '3')}
${item('Common/Security/Scripting', 'DisableMacrosExecution', 'true')}
${item('Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true')}
${item('Writer/Content/Update', 'Link', '0')}
${item('Common/Misc', 'FirstRun', 'false')}
</oor:items>`
