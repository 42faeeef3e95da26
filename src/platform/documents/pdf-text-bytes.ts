import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

const MAX_PAGES_READ = 100
const MAX_CHARACTERS = 1_000_000

/** Runs in a thread: the text of a PDF, a form feed after each page. Throws when it cannot be opened. */
export async function pdfTextOf(bytes: Uint8Array): Promise<string> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
  })
  try {
    const pdf = await task.promise
    let text = ''
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES_READ); number += 1) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      text += `${items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')}\f`
      page.cleanup()
      if (text.length > MAX_CHARACTERS) break
    }
    return text.slice(0, MAX_CHARACTERS).toWellFormed()
  } finally {
    await task.destroy()
  }
}
