import { type Cell, frenchDay, looksLikeFormula, type SheetColumn, type SheetToWrite } from './sheet-model.ts'
import { type StreamedEntry, zipStream } from './zip-stream.ts'

/** Rows of a sheet, header included: past them Excel opens nothing. */
const MAX_ROWS = 1_048_576
const CUT = 'Tableau coupé ici : Excel ne lit pas plus de lignes. Exportez en CSV pour tout avoir.'
/** Characters of a cell. */
const MAX_TEXT = 32_767
/** First day whose number is the same for everyone: Excel believes in a 29 February 1900. */
const FIRST_DAY = '1900-03-01'
const DAY_ZERO = Date.UTC(1899, 11, 30)
const MS_A_DAY = 86_400_000

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Ranks of the styles below: `cellXfs`. */
const TITLE_STYLE = 1
const DAY_STYLE = 2
const QUOTED_STYLE = 3

const PLAIN = 'numFmtId="0" fontId="0" fillId="0" borderId="0"'
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4EEEE"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf ${PLAIN}/></cellStyleXfs><cellXfs count="4"><xf ${PLAIN} xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf ${PLAIN} xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** What XML 1.0 cannot say, even escaped; a half of a pair of surrogates is among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNSAYABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Anything that is not said as it is; most cells hold nothing of the kind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL = /[&<>"_\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/

/** A text as a spreadsheet's XML says it. `_x0041_`, which Excel would read as « A », is kept as it was typed. */
export function xmlText(text: string): string {
  if (text.length <= MAX_TEXT && !SPECIAL.test(text)) return text
  return (
    text
      .replace(UNSAYABLE, '')
      .slice(0, MAX_TEXT)
      // a pair the cut went through
      .replace(/[\uD800-\uDBFF]$/, '')
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c)
  )
}

/** « A », « Z », « AA » */
function letters(rank: number): string {
  const first = Math.floor(rank / 26)
  return (first === 0 ? '' : letters(first - 1)) + String.fromCharCode(65 + (rank % 26))
}

const textCell = (ref: string, text: string, style: number): string =>
  `<c r="${ref}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`

function cellXml(ref: string, cell: Cell): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return textCell(ref, cell, looksLikeFormula(cell) ? QUOTED_STYLE : 0)
  if (cell.day < FIRST_DAY) return textCell(ref, frenchDay(cell), 0)
  return `<c r="${ref}" s="${DAY_STYLE}"><v>${(Date.parse(cell.day) - DAY_ZERO) / MS_A_DAY}</v></c>`
}

/** Title row frozen, widths, then the rows; a filter over what was written. */
async function* sheetXml({ columns, rows }: SheetToWrite, maxRows: number): AsyncGenerator<string> {
  const names = columns.map((_column, rank) => letters(rank))
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  yield `<cols>${columns.map(widthXml).join('')}</cols><sheetData>`
  yield `<row r="1">${columns.map(({ title }, i) => textCell(`${names[i]}1`, title, TITLE_STYLE)).join('')}</row>`
  const rowXml = (rank: number, row: readonly Cell[]): string =>
    `<row r="${rank}">${row.map((cell, i) => cellXml(`${names[i]}${rank}`, cell)).join('')}</row>`
  let last = 1
  // One row is held back: only the one after it tells whether the last place goes to it or to the warning.
  let held: readonly Cell[] | null = null
  let isCut = false
  for await (const row of rows) {
    if (held !== null) {
      isCut = last + 1 === maxRows
      if (isCut) break
      last += 1
      yield rowXml(last, held)
    }
    held = row
  }
  if (held !== null) {
    last += 1
    yield isCut ? `<row r="${last}">${textCell(`A${last}`, CUT, TITLE_STYLE)}</row>` : rowXml(last, held)
  }
  yield `</sheetData><autoFilter ref="A1:${names.at(-1)}${last}"/></worksheet>`
}

const widthXml = ({ width }: SheetColumn, rank: number): string =>
  `<col min="${rank + 1}" max="${rank + 1}" width="${width}" customWidth="1"/>`

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

const relationships = (...all: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

const part = (name: string, type: string): string =>
  `<Override PartName="/${name}" ContentType="${CONTENT}.${type}+xml"/>`

/**
 * A workbook of one sheet, written as it goes: what it weighs in memory does not depend on its rows. `maxRows`, header
 * included: when there are more, the last says so.
 */
export function writeXlsx(sheet: SheetToWrite, maxRows = MAX_ROWS): AsyncGenerator<Buffer> {
  const types = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}${part('xl/worksheets/sheet1.xml', 'worksheet')}${part('xl/styles.xml', 'styles')}`
  const workbook = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  const entries: readonly StreamedEntry[] = [
    {
      name: '[Content_Types].xml',
      content: [`${HEAD}<Types xmlns="${PACKAGE}/content-types">${types}</Types>`],
    },
    {
      name: '_rels/.rels',
      content: [relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml'))],
    },
    { name: 'xl/workbook.xml', content: [workbook] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        relationships(
          relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
          relationship('rId2', 'styles', 'styles.xml'),
        ),
      ],
    },
    { name: 'xl/styles.xml', content: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml(sheet, maxRows) },
  ]
  return zipStream(entries)
}
