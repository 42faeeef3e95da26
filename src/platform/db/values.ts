/**
 * The one table of types, applied to both engines: parameters leave as text, results arrive as text.
 * int8 → number (refused beyond safe integers), date → 'YYYY-MM-DD', timestamptz → Date, bytea → Buffer,
 * numeric → string, json/jsonb → parsed value, arrays of all these; anything else stays text.
 */
export type Cell = string | null
type Parse = (text: string) => unknown

const parseInteger: Parse = (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError('an int8 is beyond the integers a number holds exactly')
  return value
}

const parseTimestamptz: Parse = (text) => {
  // «2026-01-02 03:04:05.678+00» is ISO but for the blank and the short offset; infinity has no Date.
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
  const value = new Date(iso)
  if (Number.isNaN(value.getTime())) throw new RangeError('a timestamptz has no equivalent instant')
  return value
}

const parseBytea: Parse = (text) => Buffer.from(text.slice(2), 'hex')
const parseBoolean: Parse = (text) => text === 't'
const parseJson: Parse = (text) => JSON.parse(text)
const keepText: Parse = (text) => text

const SCALARS: Readonly<Record<number, Parse>> = {
  16: parseBoolean,
  17: parseBytea,
  20: parseInteger,
  21: Number,
  23: Number,
  26: Number,
  114: parseJson,
  700: Number,
  701: Number,
  1184: parseTimestamptz,
  3802: parseJson,
}

/** Array type → element type. Arrays of unlisted types (enums, domains) arrive as text: cast them to text[]. */
const ARRAYS: Readonly<Record<number, number>> = {
  199: 114,
  1000: 16,
  1001: 17,
  1002: 18,
  1003: 19,
  1005: 21,
  1007: 23,
  1009: 25,
  1014: 1042,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1028: 26,
  1115: 1114,
  1182: 1082,
  1185: 1184,
  1231: 1700,
  2951: 2950,
  3807: 3802,
}

interface Cursor {
  readonly text: string
  at: number
}

function readQuoted(cursor: Cursor): string {
  let value = ''
  cursor.at += 1
  while (cursor.text[cursor.at] !== '"') {
    if (cursor.text[cursor.at] === '\\') cursor.at += 1
    value += cursor.text[cursor.at] ?? ''
    cursor.at += 1
    if (cursor.at > cursor.text.length) throw new RangeError('an array is not terminated')
  }
  cursor.at += 1
  return value
}

function readBare(cursor: Cursor): Cell {
  const end = cursor.text.slice(cursor.at).search(/[,}]/)
  const value = cursor.text.slice(cursor.at, cursor.at + end)
  cursor.at += end
  return value === 'NULL' ? null : value
}

function readArray(cursor: Cursor, parse: Parse): unknown[] {
  const values: unknown[] = []
  cursor.at += 1
  while (cursor.text[cursor.at] !== '}') {
    const first = cursor.text[cursor.at]
    if (first === '{') values.push(readArray(cursor, parse))
    else {
      const cell = first === '"' ? readQuoted(cursor) : readBare(cursor)
      values.push(cell === null ? null : parse(cell))
    }
    if (cursor.text[cursor.at] === ',') cursor.at += 1
    else if (cursor.text[cursor.at] !== '}') throw new RangeError('an array is not well formed')
  }
  cursor.at += 1
  return values
}

const parseArrayOf =
  (parse: Parse): Parse =>
  (text) =>
    readArray({ text, at: text.indexOf('{') }, parse)

/** The function that turns the text of a column of this type (its oid) into a value. */
export function parserOf(oid: number): Parse {
  const element = ARRAYS[oid]
  if (element !== undefined) return parseArrayOf(SCALARS[element] ?? keepText)
  return SCALARS[oid] ?? keepText
}

/** Rows of text cells → rows of values, keyed by column name. */
export function parseRows(
  fields: readonly { readonly name: string; readonly oid: number }[],
  rows: readonly (readonly Cell[])[],
): Record<string, unknown>[] {
  const columns = fields.map(({ name, oid }) => ({ name, parse: parserOf(oid) }))
  return rows.map((cells) => {
    const row: Record<string, unknown> = {}
    for (const [i, { name, parse }] of columns.entries()) {
      const cell = cells[i] ?? null
      row[name] = cell === null ? null : parse(cell)
    }
    return row
  })
}

const quoteElement = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

function formatElement(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(formatElement).join(',')}}`
  const cell = formatValue(value)
  return cell === null ? 'NULL' : quoteElement(cell)
}

/**
 * A parameter as PostgreSQL reads it. Accepts null, undefined (null), string, finite number, bigint, boolean, Date,
 * bytes and arrays of these. A plain object is refused: the caller says whether it is JSON by `JSON.stringify`.
 */
export function formatValue(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) {
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  }
  if (Array.isArray(value)) return formatElement(value)
  throw new TypeError('a parameter is an object: pass JSON.stringify(…) for a json column')
}

/** Every parameter of a statement, in order. */
export const formatValues = (values: readonly unknown[] = []): Cell[] => values.map(formatValue)
