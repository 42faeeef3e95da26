import { checkTags, type FoundTag } from './check-tags.ts'
import { paragraphsOf, textOf } from './ooxml.ts'
import { compileTemplate, openTemplate } from './open-template.ts'
import {
  type KnownTag,
  type TemplateCheck,
  type TemplateError,
  type TemplateErrorCode,
  tagName,
} from './template-model.ts'

/**
 * Everything wrong in a Word template, in French, before anyone uses it: file refused as a whole, braces and loops that
 * do not match (headers and footers included), fields nobody knows. No error means `renderTemplate` will work.
 */
export function checkTemplate(bytes: Uint8Array, knownTags: readonly KnownTag[]): TemplateCheck {
  const opened = openTemplate(bytes)
  if (!opened.ok) return { tags: [], errors: [opened.error] }
  const where = (part: string, tag: string) => placeOf(opened.files, part, tag)
  const collector = tagCollector()
  try {
    compileTemplate(opened.files, { modules: [collector.module] })
  } catch (error) {
    return { tags: [], errors: libraryErrors(error).map((found) => describe(found, opened.files)) }
  }
  const inOrder = [...collector.found].sort(([a], [b]) => partOrder(a) - partOrder(b) || a.localeCompare(b))
  return checkTags(
    inOrder.flatMap(([, tags]) => tags),
    knownTags,
    where,
  )
}

function partOrder(part: string): number {
  return ['header', 'document', 'footer'].findIndex((kind) => part.includes(kind))
}

/** A module of the library that only listens: the tags of each part, as parsed. */
function tagCollector(): { module: object; found: Map<string, readonly FoundTag[]> } {
  const found = new Map<string, readonly FoundTag[]>()
  let part = ''
  const module = {
    name: 'TagCollector',
    set(options: unknown): void {
      const inspected = recordOf(recordOf(options)['inspect'])
      const path = inspected['filePath']
      if (typeof path === 'string') part = path
      const parsed = inspected['postparsed']
      if (Array.isArray(parsed)) found.set(part, foundTags(parsed, part))
    },
  }
  return { module, found }
}

function foundTags(parts: readonly unknown[], part: string): readonly FoundTag[] {
  return parts
    .map(recordOf)
    .filter((tag) => tag['type'] === 'placeholder')
    .map((tag) => {
      const kind = kindOf(tag['module'])
      const inner = Array.isArray(tag['subparsed']) ? tag['subparsed'] : []
      const name = typeof tag['value'] === 'string' ? tag['value'] : ''
      return { raw: kind === 'other' ? `@${name}` : name, part, kind, children: foundTags(inner, part) }
    })
}

function kindOf(module: unknown): FoundTag['kind'] {
  if (module === 'loop') return 'section'
  return module === undefined || module === '' ? 'text' : 'other'
}

interface LibraryError {
  readonly id: string
  readonly tag: string
  readonly part: string
}

/** The library throws one error holding the others; only the fields read here are trusted. */
function libraryErrors(error: unknown): readonly LibraryError[] {
  const properties = recordOf(recordOf(error)['properties'])
  const inner = properties['errors']
  if (Array.isArray(inner)) return inner.flatMap((one: unknown) => libraryErrors(one)).slice(0, 100)
  const tag = [properties['xtag'], properties['openingtag'], properties['closingtag']].find(
    (t) => typeof t === 'string',
  )
  return [
    { id: String(properties['id'] ?? ''), tag: String(tag ?? ''), part: String(properties['file'] ?? '') },
  ]
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

const CODES: Readonly<Record<string, TemplateErrorCode>> = {
  unopened_tag: 'unopened-tag',
  duplicate_close_tag: 'unopened-tag',
  unclosed_tag: 'unclosed-tag',
  duplicate_open_tag: 'unclosed-tag',
  unopened_loop: 'unopened-loop',
  unclosed_loop: 'unclosed-loop',
  closing_tag_does_not_match_opening_tag: 'mismatched-loop',
  no_xml_tag_found_at_left: 'misplaced-loop',
  no_xml_tag_found_at_right: 'misplaced-loop',
  loop_position_invalid: 'misplaced-loop',
}

const SENTENCES: Partial<Record<TemplateErrorCode, (tag: string) => string>> = {
  'unopened-tag': (tag) =>
    `L’accolade fermante après « ${tag} » n’a pas d’accolade ouvrante. Écrivez {${tag}}.`,
  'unclosed-tag': (tag) => `Il manque l’accolade fermante après « ${tag} ». Écrivez {${tag}}.`,
  'unopened-loop': (tag) =>
    `{/${tag}} ferme une partie qui n’est pas ouverte. Ajoutez {#${tag}} avant, ou retirez-la.`,
  'unclosed-loop': (tag) => `La partie ouverte par {#${tag}} n’est pas fermée. Ajoutez {/${tag}} après.`,
  'mismatched-loop': (tag) =>
    `La partie ouverte par {#${tag}} est fermée par une autre balise. Fermez-la par {/${tag}}.`,
  'misplaced-loop': (tag) =>
    `{#${tag}} et {/${tag}} ne sont pas placées au même niveau (tableau, ligne ou paragraphe).`,
}

function describe(error: LibraryError, files: ReadonlyMap<string, Uint8Array>): TemplateError {
  const code = CODES[error.id] ?? 'other'
  const given = tagName(error.tag.replace(/^[{}#/^]+|[{}]+$/gu, ''))
  const brace = code === 'unclosed-tag' ? '{' : code === 'unopened-tag' ? '}' : null
  const lone = brace === null ? null : loneBrace(files, error.part, brace, given)
  const tag = lone?.tag ?? given
  const sentence =
    SENTENCES[code]?.(tag) ?? `La balise « ${tag} » n’a pas pu être comprise. Vérifiez ses accolades.`
  return { code, tag, place: placeOf(files, error.part, lone?.paragraph ?? tag), message: sentence }
}

/** The library reads across paragraphs; the text of each one shows where the lone brace really is. */
function loneBrace(
  files: ReadonlyMap<string, Uint8Array>,
  part: string,
  brace: '{' | '}',
  near: string,
): { tag: string; paragraph: string } | null {
  const pattern = brace === '{' ? /\{([^{}\s]{1,80})[^{}]*$/u : /([^{}\s]{1,80})\}?\}[^{}]*$/u
  const candidates = paragraphsOf(textOf(files, part)).flatMap((paragraph) => {
    const balance = paragraph.split('{').length - paragraph.split('}').length
    const found = (brace === '{' ? balance > 0 : balance < 0) ? pattern.exec(paragraph)?.[1] : undefined
    return found === undefined ? [] : [{ tag: tagName(found), paragraph }]
  })
  const related = ({ tag }: { tag: string }) => tag !== '' && (near.startsWith(tag) || tag.endsWith(near))
  return candidates.find(related) ?? candidates[0] ?? null
}

/** Where a tag is, as a person would say it. */
function placeOf(files: ReadonlyMap<string, Uint8Array>, part: string, tag: string): string {
  if (/header\d*\.xml$/u.test(part)) return 'en-tête'
  if (/footer\d*\.xml$/u.test(part)) return 'pied de page'
  if (/(footnotes|endnotes)\.xml$/u.test(part)) return 'notes'
  if (!/document\d*\.xml$/u.test(part)) return part === '' ? 'document' : 'propriétés du document'
  const paragraph = paragraphsOf(textOf(files, part)).find((text) => tag !== '' && text.includes(tag))
  if (paragraph === undefined) return 'corps du document'
  const short = paragraph.trim().slice(0, 60).toWellFormed()
  return `corps du document, paragraphe « ${short}${paragraph.trim().length > 60 ? '…' : ''} »`
}
