import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of a PDF, pages after one another, as a screen reader would meet it. */
export async function pdfText(octets: Uint8Array): Promise<string> {
  const tache = getDocument({ data: new Uint8Array(octets), verbosity: 0 })
  const document = await tache.promise
  const pages: string[] = []
  for (let i = 1; i <= document.numPages; i += 1) {
    const { items } = await (await document.getPage(i)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
  }
  await tache.destroy()
  return pages.join('\n')
}
