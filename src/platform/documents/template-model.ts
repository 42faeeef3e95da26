/** A field a template may use. A loop repeats its content, a condition shows it or not; both may know more fields. */
export interface KnownTag {
  readonly name: string
  readonly kind: 'text' | 'loop' | 'condition'
  readonly children?: readonly KnownTag[]
}

/** Values of the fields. A loop is a list, a condition a boolean; text keeps its line breaks. Values are data, never markup. */
export type TemplateValue = string | number | boolean | readonly TemplateData[] | readonly string[]
export interface TemplateData {
  readonly [name: string]: TemplateValue
}

export type TemplateErrorCode =
  | 'not-a-docx'
  | 'old-format'
  | 'password-protected'
  | 'macros'
  | 'damaged'
  | 'hostile-xml'
  | 'other-prefixes'
  | 'external-content'
  | 'unknown-tag'
  | 'invalid-tag'
  | 'wrong-kind'
  | 'unclosed-tag'
  | 'unopened-tag'
  | 'unclosed-loop'
  | 'unopened-loop'
  | 'mismatched-loop'
  | 'misplaced-loop'
  | 'other'

export interface TemplateError {
  readonly code: TemplateErrorCode
  /** as written in the document, braces excluded; empty when the file itself is refused */
  readonly tag: string
  /** French: « en-tête », « pied de page », « corps du document, paragraphe « … » » */
  readonly place: string
  /** French, one sentence, says what to do */
  readonly message: string
}

export interface TemplateCheck {
  /** names used, each once, in order of the document */
  readonly tags: readonly string[]
  readonly errors: readonly TemplateError[]
}

/** A field of the template has no value: nothing is produced. */
export class MissingValueError extends Error {
  readonly names: readonly string[]

  constructor(names: readonly string[]) {
    super(`Champs sans valeur dans le modèle : ${names.join(', ')}`)
    this.name = 'MissingValueError'
    this.names = names
  }
}

/** The template cannot be rendered: it was not checked, or changed since. */
export class TemplateRefusedError extends Error {
  readonly errors: readonly TemplateError[]

  constructor(errors: readonly TemplateError[]) {
    super(errors.map((error) => error.message).join(' '))
    this.name = 'TemplateRefusedError'
    this.errors = errors
  }
}

const TYPOGRAPHY = /[\s\u00a0\u202f\u200b\ufeff]+/gu
const QUOTES = /^[«“”„"'‘’\s]+|[»“”"'‘’\s]+$/gu

/** The name meant by a tag as typed in Word: outer blanks and quotes (that Word adds by itself) do not count. */
export function tagName(raw: string): string {
  return raw.normalize('NFC').replace(TYPOGRAPHY, ' ').replace(QUOTES, '').trim()
}

/** A plain field name: no expression, so nothing in a template can compute. */
export function isTagName(name: string): boolean {
  return /^(\.|[\p{L}_][\p{L}\p{N}_.-]{0,80})$/u.test(name)
}
