import { type Cell, frenchDay, looksLikeFormula, type SheetToWrite } from './sheet-model.ts'

const BATCH = 64 * 1024

/** One cell of a CSV opened by Excel: quoted when needed, and never executed (a leading apostrophe disarms it). */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const text = typeof cell === 'string' ? cell : frenchDay(cell)
  const safe = looksLikeFormula(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(';')}\r\n`

/** A table as Excel opens it in France: UTF-8 with its mark, semicolons, days and decimal commas. */
export async function* writeCsv({ columns, rows }: SheetToWrite): AsyncGenerator<Buffer> {
  let pending = `\uFEFF${line(columns.map(({ title }) => title))}`
  for await (const row of rows) {
    pending += line(row)
    if (pending.length < BATCH) continue
    yield Buffer.from(pending, 'utf8')
    pending = ''
  }
  yield Buffer.from(pending, 'utf8')
}
