import { htmlToText } from './html-to-text.ts'

type Decoder = InstanceType<typeof TextDecoder>

const HIDDEN_GROUPS = new Set(
  'fonttbl colortbl stylesheet info pict object themedata datastore generator listtable listoverridetable rsidtbl xmlnstbl header footer filetbl mmathPr'.split(
    ' ',
  ),
)
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giu

interface Group {
  readonly hidden: boolean
  readonly htmlTag: boolean
  /** how many characters stand for each \u, to be skipped */
  fallback: number
}

/** Readable text of an RTF body; when it wraps HTML (Outlook does), the HTML's text. Linear, never more than `max`. */
export function rtfToText(rtf: string, max = 2_000_000): string {
  const reader = new RtfReader(rtf)
  const text = reader.read()
  return reader.fromHtml ? htmlToText(text, max).text : text.slice(0, max).trim()
}

class RtfReader {
  private readonly rtf: string
  private readonly decoder: Decoder
  private readonly groups: Group[] = []
  private group: Group = { hidden: false, htmlTag: false, fallback: 1 }
  private readonly out: string[] = []
  private pendingBytes: number[] = []
  private toSkip = 0
  private htmlRtf = false
  private starred = false
  readonly fromHtml: boolean

  constructor(rtf: string) {
    this.rtf = rtf
    this.fromHtml = /\\fromhtml1/u.test(rtf.slice(0, 2000))
    this.decoder = decoderFor(/\\ansicpg(\d{3,5})/u.exec(rtf.slice(0, 2000))?.[1] ?? '1252')
  }

  read(): string {
    for (const [, word, number, hex, symbol, brace, text] of this.rtf.matchAll(TOKEN)) {
      if (hex !== undefined) this.byte(Number.parseInt(hex, 16))
      else if (word !== undefined) this.control(word, number)
      else if (symbol !== undefined) this.symbol(symbol)
      else if (brace !== undefined) this.brace(brace)
      else if (text !== undefined) this.text(text)
    }
    this.flush()
    return this.out.join('')
  }

  private visible(): boolean {
    return !this.group.hidden && !this.htmlRtf
  }

  private flush(): void {
    if (this.pendingBytes.length === 0) return
    this.out.push(this.decoder.decode(Uint8Array.from(this.pendingBytes)))
    this.pendingBytes = []
  }

  private push(text: string): void {
    this.flush()
    if (this.visible()) this.out.push(text)
  }

  private byte(value: number): void {
    if (this.toSkip > 0) this.toSkip -= 1
    else if (this.visible()) this.pendingBytes.push(value)
  }

  private text(text: string): void {
    const shown = this.toSkip > 0 ? text.slice(this.toSkip) : text
    this.toSkip = Math.max(0, this.toSkip - text.length)
    if (shown !== '') this.push(shown)
  }

  private brace(brace: string): void {
    this.flush()
    this.toSkip = 0
    if (brace === '{') {
      if (this.groups.length < 2000) this.groups.push(this.group)
      this.group = { ...this.group }
      this.starred = false
    } else {
      this.group = this.groups.pop() ?? this.group
    }
  }

  private symbol(symbol: string): void {
    if (symbol === '*') this.starred = true
    else if (symbol === '~') this.push('\u00a0')
    else if (symbol === '_') this.push('-')
    else if ('{}\\'.includes(symbol)) this.push(symbol)
  }

  private control(word: string, number: string | undefined): void {
    if (this.starred) this.openStarred(word)
    else if (HIDDEN_GROUPS.has(word)) this.group = { ...this.group, hidden: true }
    else if (word === 'htmlrtf') this.switchHtmlRtf(number !== '0')
    else if (word === 'uc') this.group.fallback = Number(number ?? 1)
    else if (word === 'u') this.unicode(Number(number ?? 0))
    else this.push(WORDS.get(word) ?? '')
  }

  /** A starred group is hidden unless it holds the original HTML. */
  private openStarred(word: string): void {
    this.starred = false
    const htmlTag = word === 'htmltag' && this.fromHtml
    this.group = { ...this.group, hidden: this.group.hidden || !htmlTag, htmlTag }
  }

  private switchHtmlRtf(on: boolean): void {
    this.flush()
    this.htmlRtf = this.fromHtml && on
  }

  private unicode(code: number): void {
    this.push(String.fromCharCode(code < 0 ? code + 65_536 : code))
    this.toSkip = this.group.fallback
  }
}

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    par: '\n',
    line: '\n',
    row: '\n',
    tab: '\t',
    cell: '\t',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
    endash: '–',
    emdash: '—',
  }),
)

function decoderFor(codePage: string): Decoder {
  try {
    return new TextDecoder(codePage === '65001' ? 'utf-8' : `windows-${codePage}`)
  } catch {
    return new TextDecoder('windows-1252')
  }
}
