/** A day written as `2026-03-04`: a real date once in the spreadsheet. */
export interface DayCell {
  readonly day: string
}
export type Cell = string | number | DayCell | null

export interface SheetColumn {
  readonly title: string
  /** in characters, as Excel counts them */
  readonly width: number
}

/** Rows are asked for as they are written: none is kept. */
export interface SheetToWrite {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

/** First characters a spreadsheet takes for a formula, the wide ones of Asian keyboards too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

export const looksLikeFormula = (text: string): boolean => FORMULA.test(text)

/** « 04/03/2026 » */
export const frenchDay = ({ day }: DayCell): string => day.split('-').toReversed().join('/')
