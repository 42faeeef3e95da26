import { readZip, readZipEntry, type ZipEntry, ZipError } from './zip.ts'

const MAX_XML = 20 * 1024 * 1024
const FOLLOWED_AT_OPENING =
  /\/(image|attachedTemplate|oleObject|frame|subDocument|externalLinkPath|video|audio|media)$/u

/** What a document would fetch when opened: pictures, templates, objects (not the links one clicks on). */
export function externalTargets(bytes: Uint8Array, entries: readonly ZipEntry[]): readonly string[] {
  return entries
    .filter((entry) => entry.name.endsWith('.rels') && entry.size < MAX_XML)
    .flatMap((entry) => externalIn(readText(bytes, entry)))
}

/** True when a main part declares a DOCTYPE, which no office software writes and which only serves to fetch or swell. */
export function declaresEntities(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  return entries
    .filter((entry) => /^(word|xl|ppt)\/[^/]+\.xml$/u.test(entry.name) && entry.size < MAX_XML)
    .some((entry) => hasDoctype(readText(bytes, entry)))
}

export function hasDoctype(xml: string): boolean {
  return /<!DOCTYPE/iu.test(xml.slice(0, 5000))
}

/** Namespaces looked for by their prefix, which is the only one office software writes. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
])
const NAMESPACE = /\bxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/gu

/** True when a part names its elements otherwise than we read them: valid, but it would pass for an empty one. */
export const hasOtherPrefixes = (xml: string): boolean =>
  [...xml.matchAll(NAMESPACE)].some(([, prefix = '', double, simple]) => {
    const expected = PREFIXES.get(decodeXml(double ?? simple ?? '').trim())
    return expected !== undefined && expected !== prefix
  })

/** Same, for one relationships part already inflated. */
export function externalIn(rels: string): readonly string[] {
  return [...rels.matchAll(/<Relationship\b[^>]*>/gu)]
    .map(([tag]) => ({ tag, type: attribute(tag, 'Type'), target: attribute(tag, 'Target') }))
    .filter(
      ({ tag, type }) => /TargetMode\s*=\s*["']External["']/u.test(tag) && FOLLOWED_AT_OPENING.test(type),
    )
    .map(({ target }) => target)
}

function readText(bytes: Uint8Array, entry: ZipEntry): string {
  try {
    return Buffer.from(readZipEntry(bytes, entry)).toString('utf8')
  } catch {
    return ''
  }
}

export function attribute(tag: string, name: string): string {
  return (
    new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
      .exec(tag)
      ?.slice(1)
      .find((v) => v !== undefined) ?? ''
  )
}

/** Files of a Word document and the names of its main part, headers and footers; throws ZipError. */
export function openDocx(bytes: Uint8Array): {
  files: Map<string, Uint8Array>
  main: string
  headers: string[]
  footers: string[]
} {
  const files = readZip(bytes, { maxEntries: 3000, maxTotal: 200 * 1024 * 1024, maxRatio: 1000 })
  const rels = textOf(files, '_rels/.rels')
  const office = [...rels.matchAll(/<Relationship\b[^>]*>/gu)].find(([tag]) =>
    /\/officeDocument$/u.test(attribute(tag, 'Type')),
  )
  const main = office === undefined ? 'word/document.xml' : attribute(office[0], 'Target').replace(/^\//u, '')
  if (!files.has(main)) throw new ZipError('damaged', 'no main part')
  if ((files.get(main)?.length ?? 0) > MAX_XML) throw new ZipError('bomb', 'main part too large')
  const named = (pattern: RegExp) => [...files.keys()].filter((name) => pattern.test(name)).sort()
  return { files, main, headers: named(/^word\/header\d*\.xml$/u), footers: named(/^word\/footer\d*\.xml$/u) }
}

export function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  return Buffer.from(files.get(name) ?? new Uint8Array()).toString('utf8')
}

const TOKEN =
  /<(\/?)(?:w:(p|t|tab|br|cr|noBreakHyphen)|mc:(Fallback))(?=[\s/>])([^>]*)>|<!\[CDATA\[|([^<]+)|</gu

/** Text of each paragraph of a Word part, in order, without markup; entities other than XML's own give nothing. */
export function paragraphsOf(xml: string): readonly string[] {
  const reader = new ParagraphReader()
  for (const [, slash, word, fallback, rest, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) reader.text(text)
    else if (fallback !== undefined) reader.fallback(slash === '/')
    else if (word !== undefined) reader.element(word, slash === '/', (rest ?? '').endsWith('/'))
  }
  return reader.paragraphs
}

const INLINE: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

class ParagraphReader {
  readonly paragraphs: string[] = []
  private readonly open: number[] = []
  private inText = false
  private inFallback = 0

  /** A drawing is written twice, for new and old readers: the old one is skipped. */
  fallback(closing: boolean): void {
    this.inFallback += closing ? -1 : 1
  }

  element(name: string, closing: boolean, empty: boolean): void {
    if (this.inFallback > 0) return
    if (name === 't') this.inText = !closing && !empty
    else if (name !== 'p') this.append(closing ? '' : (INLINE[name] ?? ''))
    else if (closing) this.open.pop()
    else {
      this.paragraphs.push('')
      if (!empty) this.open.push(this.paragraphs.length - 1)
    }
  }

  text(text: string): void {
    if (this.inText && this.inFallback === 0) this.append(decodeXml(text))
  }

  private append(text: string): void {
    const index = this.open.at(-1)
    if (index !== undefined) this.paragraphs[index] = `${this.paragraphs[index] ?? ''}${text}`
  }
}

const XML_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeXml(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,7}|[\w.-]{1,60});/giu, (_, body: string) => {
    if (!body.startsWith('#')) return XML_ENTITIES[body] ?? ''
    const code = /^#x/iu.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''
  })
}

export function encodeXml(text: string): string {
  return text.replace(/[<>&"]/gu, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[c] ?? c)
}
