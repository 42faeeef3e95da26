import { attribute, decodeXml } from './ooxml.ts'

/** A paragraph as who receives the document reads it, and what is in it that they would not see. */
export interface ReadParagraph {
  readonly text: string
  readonly hidden: string
  readonly tracked: boolean
  readonly comments: number
}

interface OpenParagraph {
  text: string
  hidden: string
  tracked: boolean
  comments: number
  hiddenByStyle: boolean
}

const TOKEN = /<(\/?)([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>|<!\[CDATA\[|([^<]+)|</gu
const BREAKS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}
/** Text someone removed, still in the file. */
const REMOVED = new Set(['w:del', 'w:moveFrom'])
const TRACKED =
  /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|(?:r|p|sect|tbl|tc|tr|tblPrEx|tblGrid)(?:Pr)?Change)$/u

const isOff = (attributes: string): boolean => /^(?:0|false|off|none)$/u.test(attribute(attributes, 'w:val'))

/** Reads one part of a Word document, in the order it is written. `hiddenStyles`: ids of the styles that hide. */
export function readParagraphs(xml: string, hiddenStyles: ReadonlySet<string>): readonly ReadParagraph[] {
  const reader = new VisibleReader(hiddenStyles)
  for (const [, slash, name, attributes = '', text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) reader.text(text)
    else if (name !== undefined) {
      const empty = attributes.endsWith('/')
      if (slash === '/') reader.close(name)
      else reader.open(name, attributes, empty)
      if (empty && slash !== '/' && !REMOVED.has(name)) reader.close(name)
    }
  }
  return reader.paragraphs
}

class VisibleReader {
  readonly paragraphs: OpenParagraph[] = []
  private readonly stack: OpenParagraph[] = []
  private readonly hiddenStyles: ReadonlySet<string>
  private inText = false
  private inRunProperties = false
  private runHidden = false
  private removed = 0
  private fallback = 0

  constructor(hiddenStyles: ReadonlySet<string>) {
    this.hiddenStyles = hiddenStyles
  }

  open(name: string, attributes: string, empty: boolean): void {
    // A drawing is written twice, for new and old readers: the old one is skipped.
    if (name === 'mc:Fallback') this.fallback += 1
    if (this.fallback > 0) return
    if (REMOVED.has(name) && !empty) this.removed += 1
    this.notice(name)
    if (name === 'w:p') this.openParagraph()
    else if (name === 'w:r') this.runHidden = false
    else if (name === 'w:rPr') this.inRunProperties = true
    else if (name === 'w:t') this.inText = !empty
    else this.property(name, attributes)
  }

  /** A change of the section or of a row is told with the paragraph before it. */
  private notice(name: string): void {
    const near = this.stack.at(-1) ?? this.paragraphs.at(-1)
    if (near === undefined) return
    if (TRACKED.test(name)) near.tracked = true
    if (name === 'w:commentReference') near.comments += 1
  }

  private openParagraph(): void {
    const paragraph = { text: '', hidden: '', tracked: false, comments: 0, hiddenByStyle: false }
    this.paragraphs.push(paragraph)
    this.stack.push(paragraph)
  }

  private property(name: string, attributes: string): void {
    const hides = this.hiddenStyles.has(attribute(attributes, 'w:val'))
    const here = this.stack.at(-1)
    if (name === 'w:pStyle' && here !== undefined) here.hiddenByStyle = hides
    else if (name === 'w:rStyle' && hides) this.runHidden = true
    else if (name === 'w:vanish' && this.inRunProperties) this.runHidden = !isOff(attributes)
    else this.append(BREAKS[name] ?? '')
  }

  close(name: string): void {
    if (name === 'mc:Fallback') this.fallback -= 1
    if (this.fallback > 0) return
    if (REMOVED.has(name)) this.removed = Math.max(0, this.removed - 1)
    else if (name === 'w:p') this.stack.pop()
    else if (name === 'w:t') this.inText = false
    else if (name === 'w:rPr') this.inRunProperties = false
    else if (name === 'w:r') this.runHidden = false
  }

  text(text: string): void {
    if (this.inText && this.fallback === 0) this.append(decodeXml(text))
  }

  private append(text: string): void {
    const here = this.stack.at(-1)
    if (here === undefined || text === '' || this.removed > 0) return
    if (this.runHidden || here.hiddenByStyle) here.hidden += text
    else here.text += text
  }
}

/** Ids of the styles under which text is hidden, by themselves or by the one they are based on. */
export function hiddenStylesOf(styles: string): ReadonlySet<string> {
  const all = [...styles.matchAll(/<w:style\b([^>]*)>([\s\S]*?)<\/w:style>/gu)].map(
    ([, attributes = '', body = '']) => ({
      id: attribute(attributes, 'w:styleId'),
      base: attribute(/<w:basedOn\b[^>]*>/u.exec(body)?.[0] ?? '', 'w:val'),
      vanish: /<w:vanish\b[^>]*>/u.exec(body)?.[0] ?? null,
    }),
  )
  const hidden = new Set(all.filter(({ vanish }) => vanish !== null && !isOff(vanish)).map(({ id }) => id))
  for (let grown = true; grown; ) {
    const inherited = all.filter(
      ({ id, base, vanish }) => vanish === null && hidden.has(base) && !hidden.has(id),
    )
    for (const { id } of inherited) hidden.add(id)
    grown = inherited.length > 0
  }
  return hidden
}
