import { docxText } from './docx-text.ts'
import { decodeXml } from './ooxml.ts'
import { listZip, readZipEntry, type ZipLimits } from './zip.ts'

/** Documents whose text is in one archive. */
export const OFFICE_FORMATS = ['docx', 'odt', 'ods', 'odp', 'xlsx', 'pptx'] as const
export type OfficeFormat = (typeof OFFICE_FORMATS)[number]

const LIMITS: ZipLimits = { maxEntries: 3000, maxTotal: 200 * 1024 * 1024, maxRatio: 1000 }
const MAX_PART = 20 * 1024 * 1024

/** Which parts say something, and where a line ends in them. */
const PARTS = {
  odt: [/^content\.xml$/u, /<\/text:(?:p|h)>|<text:line-break\s*\/>/gu],
  ods: [/^content\.xml$/u, /<\/text:p>/gu],
  odp: [/^content\.xml$/u, /<\/text:p>/gu],
  xlsx: [/^xl\/sharedStrings\.xml$/u, /<\/si>/gu],
  pptx: [/^ppt\/slides\/slide\d+\.xml$/u, /<\/a:p>|<a:br\s*\/>/gu],
} as const satisfies Record<Exclude<OfficeFormat, 'docx'>, readonly [RegExp, RegExp]>

/** Spaces that are elements, so that words do not run into each other. */
const SPACES = /<text:(?:s|tab)\b[^>]*\/>/gu

function linesOf(xml: string, end: RegExp): string {
  return decodeXml(
    xml
      .replace(end, '\n')
      .replace(SPACES, ' ')
      .replace(/<[^<>]*>/gu, ''),
  )
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/**
 * Text of an office document, a paragraph a line; nothing is fetched and no entity is resolved. Throws ZipError when it is not
 * one, or swells out of proportion.
 */
export function officeText(bytes: Uint8Array, format: OfficeFormat, max: number): string {
  if (format === 'docx') return docxText(bytes, max)
  const [part, end] = PARTS[format]
  let text = ''
  for (const entry of listZip(bytes, LIMITS)) {
    if (!part.test(entry.name) || entry.size > MAX_PART) continue
    text += `${linesOf(Buffer.from(readZipEntry(bytes, entry)).toString('utf8'), end)}\n`
    if (text.length > max) break
  }
  return text.slice(0, max).toWellFormed()
}
