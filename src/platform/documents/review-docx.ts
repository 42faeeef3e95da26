import { docxProperties } from './docx-properties.ts'
import { hiddenStylesOf, type ReadParagraph, readParagraphs } from './docx-reader.ts'
import { decodeXml, openDocx, textOf } from './ooxml.ts'
import { openTemplate } from './open-template.ts'

export type DocxDefectCode = 'tracked-changes' | 'comments' | 'hidden-text'

/** Something in a document that must not leave with it. */
export interface DocxDefect {
  readonly code: DocxDefectCode
  /** French: « en-tête », « corps du document, paragraphe « … » » */
  readonly place: string
  /** French, one sentence, says what to do */
  readonly message: string
}

export interface DocxReview {
  /** what who receives it reads: headers, body, footers, notes; without what is hidden or removed */
  readonly paragraphs: readonly string[]
  readonly defects: readonly DocxDefect[]
  readonly properties: ReadonlyMap<string, string>
}

/** A document that cannot be read at all, with a French sentence. */
export interface DocxRefusal {
  readonly code: string
  readonly message: string
}

type Files = ReadonlyMap<string, Uint8Array>

/** Of one kind: beyond, saying more teaches nothing. */
const DEFECTS_SHOWN = 10

const MESSAGES = {
  'tracked-changes':
    'Des modifications suivies n’ont été ni acceptées ni refusées. Dans Word, onglet Révision, acceptez ou refusez-les toutes.',
  comments: 'Un commentaire est resté dans la lettre. Dans Word, onglet Révision, supprimez-le.',
  'hidden-text':
    'Du texte masqué est resté dans la lettre. Dans Word, affichez-le (¶), puis supprimez-le ou démasquez-le.',
} as const satisfies Record<DocxDefectCode, string>

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/header\d*\.xml$/u, 'en-tête'],
  [/footer\d*\.xml$/u, 'pied de page'],
  [/(?:footnotes|endnotes)\.xml$/u, 'notes'],
]

function excerpt(text: string): string {
  const clean = text.trim().replace(/\s+/gu, ' ')
  return `«\u00a0${clean.slice(0, 60).toWellFormed()}${clean.length > 60 ? '…' : ''}\u00a0»`
}

function placeOf(part: string, { text, hidden }: ReadParagraph): string {
  const named = PLACES.find(([pattern]) => pattern.test(part))?.[1] ?? 'corps du document'
  const shown = text.trim() === '' ? hidden : text
  return shown.trim() === '' ? named : `${named}, paragraphe ${excerpt(shown)}`
}

const CARRIES: readonly (readonly [DocxDefectCode, (paragraph: ReadParagraph) => boolean])[] = [
  ['tracked-changes', ({ tracked }) => tracked],
  ['comments', ({ comments }) => comments > 0],
  ['hidden-text', ({ hidden }) => hidden.trim() !== ''],
]

/** A comment whose anchor was lost is still in the file, and still read by who opens it. */
function lostComments(files: Files, found: readonly DocxDefect[]): DocxDefect[] {
  if (found.some(({ code }) => code === 'comments')) return []
  const parts = [...files.keys()].filter((name) => /^word\/comments\d*\.xml$/u.test(name))
  const first = parts
    .map((part) => textOf(files, part))
    .find((xml) => /<w:comment\b/u.test(xml) && /<w:t[\s>]/u.test(xml))
  if (first === undefined) return []
  const words = [...first.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(([, t = '']) => decodeXml(t))
  return [{ code: 'comments', place: `commentaire ${excerpt(words.join(''))}`, message: MESSAGES.comments }]
}

/** Reads the files of a document already opened. */
export function reviewFiles(files: Files, parts: readonly string[]): DocxReview {
  const hidden = hiddenStylesOf(textOf(files, 'word/styles.xml'))
  const read = parts.flatMap((part) =>
    readParagraphs(textOf(files, part), hidden).map((paragraph) => ({ part, paragraph })),
  )
  const defects = CARRIES.flatMap(([code, carries]) =>
    read
      .filter(({ paragraph }) => carries(paragraph))
      .slice(0, DEFECTS_SHOWN)
      .map(({ part, paragraph }) => ({ code, place: placeOf(part, paragraph), message: MESSAGES[code] })),
  )
  return {
    paragraphs: read.map(({ paragraph }) => paragraph.text.toWellFormed()),
    defects: [...defects, ...lostComments(files, defects)],
    properties: docxProperties(files),
  }
}

/** Names of the parts whose text is on the page. */
export const readPartsOf = (files: Files, main: string): readonly string[] => {
  const named = (pattern: RegExp) => [...files.keys()].filter((name) => pattern.test(name)).sort()
  return [
    ...named(/^word\/header\d*\.xml$/u),
    main,
    ...named(/^word\/footer\d*\.xml$/u),
    ...named(/^word\/(?:footnotes|endnotes)\.xml$/u),
  ]
}

/**
 * What a Word document says to who receives it, and what it carries that they must not receive: tracked changes,
 * comments, hidden text, each with its place. Or why it cannot be read: not a .docx, macros, password.
 */
export function reviewDocx(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly review: DocxReview }
  | { readonly ok: false; readonly refusal: DocxRefusal } {
  const opened = openTemplate(bytes)
  if (!opened.ok) {
    const { code, message } = opened.error
    return { ok: false, refusal: { code, message } }
  }
  const { files, main } = openDocx(bytes)
  return { ok: true, review: reviewFiles(files, readPartsOf(files, main)) }
}
