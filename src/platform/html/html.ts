/** Text already safe to send: made by `html`, and by nothing else. */
declare const MARK: unique symbol
export interface Html {
  readonly [MARK]: true
  toString(): string
}

/** What a template accepts: text is escaped, nothing is written for what is absent, lists are joined. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A template's own result: recognised by its place in this set, which nothing outside can enter. */
const made = new WeakSet<object>()

const escaped = (text: string): string =>
  // A NUL is an error in any HTML, and half a character is none in UTF-8.
  text
    .replaceAll('\u0000', '')
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')

function isList(value: HtmlValue): value is readonly HtmlValue[] {
  return Array.isArray(value)
}

function written(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escaped(value)
  if (isList(value)) return value.map(written).join('')
  if (!made.has(value)) throw new TypeError('Only text, numbers and other templates go into a template')
  return String(value)
}

/**
 * An HTML fragment whose values are escaped, in text and in quoted attributes. Throws where escaping would not be enough:
 * an attribute without quotes.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? ''
  for (const [rank, value] of values.entries()) {
    if (/=\s*$/.test(text)) throw new TypeError('An attribute that receives a value must be quoted')
    text += written(value) + (parts[rank + 1] ?? '')
  }
  const fragment = { toString: () => text } as Html
  made.add(fragment)
  return fragment
}
