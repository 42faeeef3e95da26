import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PdfToCompose {
  /** Typst source, written by us: it reads its data in `sys.inputs` */
  readonly source: string
  /** data, passed beside the source and never part of it */
  readonly inputs: Readonly<Record<string, string>>
  /** TrueType or OpenType files */
  readonly fonts?: readonly Uint8Array[]
  /** written in the file; the same date gives the same bytes */
  readonly at?: Date
}

/** The source does not compile: our mistake, with the compiler's words. */
export class ComposePdfError extends Error {
  constructor(detail: string) {
    super(`composition: ${detail}`)
    this.name = 'ComposePdfError'
  }
}

/**
 * Composes an accessible PDF (tagged, PDF/UA-1: the source must set a title and a language). Offline: packages are
 * refused, files are read from an empty folder only. About 100 ms, synchronous in native code.
 */
export async function composePdf({ source, inputs, fonts = [], at }: PdfToCompose): Promise<Uint8Array> {
  if (/@(preview|local)\//u.test(source)) throw new ComposePdfError('packages are not available')
  // Loaded at first use: most commands never compose anything.
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const workspace = mkdtempSync(join(tmpdir(), 'compose-'))
  try {
    const fontArgs = fonts.length === 0 ? [] : [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }]
    const compiler = NodeCompiler.create({ workspace, fontArgs })
    const compiled = compiler.compile({ mainFileContent: source, inputs: { ...inputs } })
    const { result } = compiled
    if (result === null) throw new ComposePdfError(diagnostics(compiled.takeDiagnostics()))
    const creationTimestamp = Math.floor((at ?? new Date()).getTime() / 1000)
    const pdf = exportPdf(() =>
      compiler.pdf(result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp }),
    )
    // Names and addresses do not stay in the compiler's cache.
    compiler.evictCache(0)
    return pdf
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}

/** The accessibility rules are checked at export: a missing title, an image without a description. */
function exportPdf(write: () => Buffer): Uint8Array {
  try {
    return Uint8Array.from(write())
  } catch (error) {
    throw new ComposePdfError(String(error).slice(0, 1000))
  }
}

function diagnostics(error: { readonly shortDiagnostics: readonly unknown[] } | null): string {
  return JSON.stringify(error?.shortDiagnostics ?? []).slice(0, 1000)
}
