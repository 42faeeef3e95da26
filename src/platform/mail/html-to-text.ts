const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 table ul ol blockquote'.split(' '))
const SKIPPED = new Set(
  'script style head title template noscript svg math object iframe textarea select'.split(' '),
)
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '\u2019',
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  acirc: 'â',
  auml: 'ä',
  ccedil: 'ç',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ouml: 'ö',
  ugrave: 'ù',
  ucirc: 'û',
  uuml: 'ü',
  oelig: 'œ',
  aelig: 'æ',
  szlig: 'ß',
  ntilde: 'ñ',
  Eacute: 'É',
  Egrave: 'È',
  Ecirc: 'Ê',
  Agrave: 'À',
  Acirc: 'Â',
  Ccedil: 'Ç',
  Icirc: 'Î',
  Ocirc: 'Ô',
  OElig: 'Œ',
  euro: '€',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  sbquo: '‚',
  bdquo: '„',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  deg: '°',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
}

/**
 * Readable plain text of an HTML body, in one linear pass: no tree, so no nesting can exhaust the stack. Scripts and
 * styles are dropped, links keep their address, nothing is ever fetched. `truncated` when `max` characters were reached.
 */
export function htmlToText(html: string, max = 2_000_000): { text: string; truncated: boolean } {
  const out = new TextBuilder(max)
  const unclosed = new Set<string>()
  let position = 0
  let link: { href: string; start: number } | null = null
  while (position < html.length && !out.full) {
    const open = html.indexOf('<', position)
    if (open < 0) {
      out.text(decodeEntities(html.slice(position)))
      break
    }
    if (open > position) out.text(decodeEntities(html.slice(position, open)))
    const tag = readTag(html, open)
    position = tag.end
    if (tag.name === 'a') link = closeLink(out, link, tag)
    else if (SKIPPED.has(tag.name) && !tag.closing) position = skipElement(html, tag, unclosed)
    else layOut(out, tag)
  }
  closeLink(out, link, null)
  return { text: out.toString(), truncated: out.full }
}

/** The title of a page, at most 2,000 characters. */
export function htmlTitle(html: string): string {
  const start = /<title\b[^>]{0,200}>/iu.exec(html)
  if (start === null) return ''
  const content = html.slice(start.index + start[0].length)
  const end = content.search(/<\/title/iu)
  return decodeEntities(content.slice(0, end < 0 ? 2000 : Math.min(end, 2000))).trim()
}

/** True when showing the HTML as it is would call a distant server. */
export function callsRemoteContent(html: string): boolean {
  return (
    /<(?:img|link|iframe|video|audio|source|input|body|table|td|embed|object)\b[^<>]{0,2000}?\b(?:src|href|background|data|poster|srcset)\s*=\s*["']?\s*(?:https?:)?\/\//iu.test(
      html,
    ) || /url\(\s*["']?\s*(?:https?:)?\/\//iu.test(html)
  )
}

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly attributes: string
  readonly end: number
}

/** A tag, a comment or a lone « < »; comments and declarations come back as an empty name. */
function readTag(html: string, open: number): Tag {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return { name: '', closing: false, attributes: '', end: end < 0 ? html.length : end + 3 }
  }
  const match = /^<(\/?)([a-z!?][a-z0-9:-]*)/iu.exec(html.slice(open, open + 40))
  if (match === null) return { name: '<', closing: false, attributes: '', end: open + 1 }
  const end = tagEnd(html, open + match[0].length)
  return {
    name: (match[2] ?? '').toLowerCase(),
    closing: match[1] === '/',
    attributes: html.slice(open + match[0].length, Math.min(end, open + 4000)),
    end,
  }
}

/** Just after the « > » of the tag, quotes respected; a quote never closed ends at the first « > ». */
function tagEnd(html: string, from: number): number {
  let position = from
  while (position < html.length) {
    const character = html[position]
    if (character === '>') return position + 1
    if (character === '"' || character === "'") {
      const close = html.indexOf(character, position + 1)
      if (close < 0 || close - position > 100_000) break
      position = close
    }
    position += 1
  }
  const simple = html.indexOf('>', from)
  return simple < 0 ? html.length : simple + 1
}

/** After the end of an element that is not shown; `unclosed` remembers names searched in vain, to stay linear. */
function skipElement(html: string, tag: Tag, unclosed: Set<string>): number {
  if (tag.attributes.endsWith('/>') || unclosed.has(tag.name)) return tag.end
  const close = new RegExp(`</${tag.name}\\b[^>]*>${tag.name === 'head' ? '|<body\\b' : ''}`, 'giu')
  close.lastIndex = tag.end
  const found = close.exec(html)
  if (found === null) {
    unclosed.add(tag.name)
    return tag.end
  }
  return found[0].startsWith('</') ? found.index + found[0].length : found.index
}

function layOut(out: TextBuilder, tag: Tag): void {
  if (tag.name === '<') out.text('<')
  else if (tag.name === 'br') out.line()
  else if (tag.name === 'li' && !tag.closing) out.item()
  else if ((tag.name === 'td' || tag.name === 'th') && tag.closing) out.text(' ')
  else if (PARAGRAPHS.has(tag.name)) out.paragraph()
  else if (BLOCKS.has(tag.name)) out.block()
}

type Link = { href: string; start: number } | null

/** Writes the address after the text of a link, unless the text already is the address. */
function closeLink(out: TextBuilder, link: Link, next: Tag | null): Link {
  if (link !== null) {
    const shown = out.since(link.start).trim()
    const bare = link.href.replace(/^mailto:/iu, '')
    if (shown !== '' && !shown.includes(bare) && !bare.replace(/^https?:\/\//iu, '').startsWith(shown)) {
      out.text(` <${link.href}>`)
    }
  }
  if (next === null || next.closing) return null
  const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/iu.exec(next.attributes)
  const target = decodeEntities(href?.[1] ?? href?.[2] ?? href?.[3] ?? '').trim()
  return /^(https?|mailto):/iu.test(target) ? { href: target.slice(0, 500), start: out.length } : null
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,7}|[a-z]{2,8});?/giu, (whole, body: string) => {
    if (!body.startsWith('#')) return ENTITIES[body] ?? ENTITIES[body.toLowerCase()] ?? whole
    const code = /^#x/iu.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole
  })
}

/** Collapses blanks as a browser does and never leaves more than one empty line. */
class TextBuilder {
  private readonly pieces: string[] = []
  private readonly max: number
  private atLineStart = true
  private emptyLines = 2
  private pendingSpace = false
  length = 0
  full = false

  constructor(max: number) {
    this.max = max
  }

  text(raw: string): void {
    for (const [index, word] of raw.split(/[ \t\r\n\f]+/u).entries()) {
      if (index > 0 && !this.atLineStart) this.pendingSpace = true
      if (word === '') continue
      this.push(this.pendingSpace ? ` ${word}` : word)
      this.pendingSpace = false
      this.atLineStart = false
      this.emptyLines = 0
    }
  }

  line(): void {
    if (this.atLineStart && this.emptyLines >= 2) return
    this.emptyLines = this.atLineStart ? this.emptyLines + 1 : 1
    this.push('\n')
    this.atLineStart = true
    this.pendingSpace = false
  }

  block(): void {
    if (!this.atLineStart) this.line()
  }

  paragraph(): void {
    this.block()
    if (this.emptyLines < 2) this.line()
  }

  item(): void {
    this.block()
    this.text('- ')
    this.atLineStart = false
  }

  since(start: number): string {
    let wanted = this.length - start
    const tail: string[] = []
    for (let i = this.pieces.length - 1; i >= 0 && wanted > 0 && tail.length < 200; i -= 1) {
      const piece = this.pieces[i] ?? ''
      tail.unshift(piece)
      wanted -= piece.length
    }
    return tail.join('')
  }

  private push(piece: string): void {
    if (this.full) return
    if (this.length + piece.length > this.max) {
      this.full = true
      return
    }
    this.pieces.push(piece)
    this.length += piece.length
  }

  toString(): string {
    return this.pieces
      .join('')
      .replace(/[ \u00a0]+\n/gu, '\n')
      .replace(/\n(?:[ \u00a0]*\n){2,}/gu, '\n\n')
      .trim()
  }
}
