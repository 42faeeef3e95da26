import { docxStyles, W, WINDOW } from './docx-styles.ts'
import { encodeXml } from './ooxml.ts'
import { writeZip } from './zip.ts'

export type ParagraphStyle =
  | 'body'
  | 'title'
  | 'heading'
  | 'list'
  | 'right'
  | 'closing'
  | 'signature'
  | 'small'

/** A paragraph: plain text in which {tags} may be written; « \n » is a line break. */
export type TemplateParagraph = string | { readonly text: string; readonly style: ParagraphStyle }

export interface TemplateContent {
  /** of the document's properties, read by assistive technology */
  readonly title: string
  /** top of each page: name and address of the sender */
  readonly header: readonly string[]
  /** lines of the recipient, placed in the window of the envelope (right, NF Z 11-001) */
  readonly address: readonly string[]
  readonly paragraphs: readonly TemplateParagraph[]
  /** bottom of each page; the page number is added */
  readonly footer: readonly string[]
}

const STYLES: Readonly<Record<ParagraphStyle, string>> = {
  body: 'Normal',
  title: 'Title',
  heading: 'Heading1',
  list: 'ListParagraph',
  right: 'Right',
  closing: 'Closing',
  signature: 'Signature',
  small: 'Small',
}

/** A clean A4 .docx in French, with real styles, header and footer; the same content always gives the same bytes. */
export function docxFromParagraphs(content: TemplateContent): Uint8Array {
  const xml = (text: string) =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`, 'utf8')
  return writeZip([
    ['[Content_Types].xml', xml(CONTENT_TYPES)],
    ['_rels/.rels', xml(relationships(PACKAGE_RELATIONS))],
    ['docProps/core.xml', xml(coreProperties(content.title))],
    ['word/document.xml', xml(mainPart(content))],
    ['word/_rels/document.xml.rels', xml(relationships(DOCUMENT_RELATIONS))],
    ['word/styles.xml', xml(docxStyles())],
    ['word/settings.xml', xml(SETTINGS)],
    [
      'word/header1.xml',
      xml(
        `<w:hdr ${W}>${content.header.map((line) => paragraph(line, 'Header')).join('') || paragraph('', 'Header')}</w:hdr>`,
      ),
    ],
    [
      'word/footer1.xml',
      xml(
        `<w:ftr ${W}>${content.footer.map((line) => paragraph(line, 'Footer')).join('')}${PAGE_NUMBER}</w:ftr>`,
      ),
    ],
  ])
}

function mainPart({ address, paragraphs }: TemplateContent): string {
  const recipient = address.map((line) => paragraph(line, 'Recipient', WINDOW)).join('')
  const body = paragraphs.map((entry, i) => {
    const { text, style }: Exclude<TemplateParagraph, string> =
      typeof entry === 'string' ? { text: entry, style: 'body' } : entry
    return paragraph(text, STYLES[style], i === 0 && address.length > 0 ? BELOW_WINDOW : '')
  })
  return `<w:document ${W}><w:body>${recipient}${body.join('')}${SECTION}</w:body></w:document>`
}

/** The text starts under the address, not beside it. */
const BELOW_WINDOW = '<w:spacing w:before="3120"/>'

function paragraph(text: string, style: string, properties = ''): string {
  const runs = text
    .split('\n')
    .map((line) => encodeXml(line).replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">'))
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>')
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr><w:r>${runs}</w:r></w:p>`
}

// A4, 2.5 cm margins, header and footer on every page
const SECTION =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>'

const field = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

const PAGE_NUMBER = `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">Page </w:t></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> sur </w:t></w:r>${field('NUMPAGES')}</w:p>`

const SETTINGS = `<w:settings ${W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="fr-FR"/></w:settings>`

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_RELATIONS = [
  [`${OFFICE}/officeDocument`, 'word/document.xml'],
  [
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  ],
] as const
const DOCUMENT_RELATIONS = [
  [`${OFFICE}/styles`, 'styles.xml'],
  [`${OFFICE}/settings`, 'settings.xml'],
  [`${OFFICE}/header`, 'header1.xml'],
  [`${OFFICE}/footer`, 'footer1.xml'],
] as const

function relationships(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

function coreProperties(title: string): string {
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${encodeXml(title)}</dc:title><dc:language>fr-FR</dc:language></cp:coreProperties>`
}
