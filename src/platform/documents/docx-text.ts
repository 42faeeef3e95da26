import { openDocx, paragraphsOf, textOf } from './ooxml.ts'

/**
 * Text of a Word document: headers, body, footers, one paragraph a line. Nothing is fetched and no entity is resolved.
 * Throws ZipError when the file is not a readable .docx.
 */
export function docxText(bytes: Uint8Array, max = 2_000_000): string {
  const { files, main, headers, footers } = openDocx(bytes)
  return [...headers, main, ...footers]
    .map((part) => paragraphsOf(textOf(files, part)).join('\n'))
    .filter((text) => text.trim() !== '')
    .join('\n')
    .slice(0, max)
    .toWellFormed()
}
