import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { detectContainer } from './detect-type.ts'
import { externalIn, hasDoctype, hasOtherPrefixes, openDocx, textOf } from './ooxml.ts'
import { isTagName, type TemplateError, type TemplateErrorCode, tagName } from './template-model.ts'

const FILE_ERRORS = {
  'not-a-docx': 'Ce fichier n’est pas un document Word (.docx). Enregistrez-le au format .docx.',
  'old-format':
    'Ce fichier est à l’ancien format de Word (.doc). Ouvrez-le et enregistrez-le au format .docx.',
  'password-protected':
    'Ce document est protégé par mot de passe. Retirez la protection puis déposez-le de nouveau.',
  macros: 'Ce document contient des macros. Enregistrez-le au format .docx, sans macros.',
  damaged: 'Ce document est abîmé. Ouvrez-le dans Word, enregistrez-le de nouveau puis déposez-le.',
  'hostile-xml': 'Ce document contient une déclaration inhabituelle et dangereuse. Recréez-le dans Word.',
  'other-prefixes':
    'Ce document a été enregistré par un logiciel qui l’écrit d’une façon que Porte-voix ne lit pas. Ouvrez-le dans Word, enregistrez-le de nouveau au format .docx, puis déposez-le.',
  'external-content':
    'Ce document va chercher une image ou un modèle ailleurs. Insérez l’image dans le document, ou détachez-le de son modèle.',
} as const satisfies Partial<Record<TemplateErrorCode, string>>

function fileError(code: keyof typeof FILE_ERRORS): TemplateError {
  return { code, tag: '', place: 'fichier', message: FILE_ERRORS[code] }
}

/** The files of a Word document fit to be worked on, or why it is refused as a whole. Nothing is fetched or executed. */
export function openTemplate(
  bytes: Uint8Array,
): { ok: true; files: Map<string, Uint8Array>; main: string } | { ok: false; error: TemplateError } {
  const refused = refusalOf(bytes)
  if (refused !== null) return { ok: false, error: fileError(refused) }
  try {
    const { files, main } = openDocx(bytes)
    const xml = [...files.keys()].filter((name) => /\.(xml|rels)$/u.test(name))
    if (xml.some((name) => hasDoctype(textOf(files, name))))
      return { ok: false, error: fileError('hostile-xml') }
    const read = xml.filter((name) => /^word\/|\.rels$/u.test(name) || name === main)
    const isRead = /<w:document[\s>]/u.test(textOf(files, main))
    if (!isRead || read.some((name) => hasOtherPrefixes(textOf(files, name))))
      return { ok: false, error: fileError('other-prefixes') }
    const external = xml
      .filter((name) => name.endsWith('.rels'))
      .flatMap((name) => externalIn(textOf(files, name)))
    if (external.length > 0) return { ok: false, error: fileError('external-content') }
    return { ok: true, files, main }
  } catch {
    return { ok: false, error: fileError('damaged') }
  }
}

const BY_TYPE: Readonly<Record<string, keyof typeof FILE_ERRORS>> = {
  'office-encrypted': 'password-protected',
  doc: 'old-format',
  rtf: 'old-format',
  macros: 'macros',
  damaged: 'damaged',
  'archive-bomb': 'damaged',
}

function refusalOf(bytes: Uint8Array): keyof typeof FILE_ERRORS | null {
  const detection = detectContainer(bytes, 'docx')
  if (detection === null) return 'not-a-docx'
  const found = 'refused' in detection ? detection.refused : detection.type
  return found === 'docx' ? null : (BY_TYPE[found] ?? 'not-a-docx')
}

/** Looks a name up in one scope; own properties only, so that no template reaches the runtime. */
function parser(raw: string) {
  const name = tagName(raw)
  return {
    get(scope: unknown): unknown {
      if (name === '.') return scope
      if (typeof scope !== 'object' || scope === null || !isTagName(name)) return undefined
      return Object.entries(scope).find(([key]) => key === name)?.[1]
    },
  }
}

/** Compiles with the options of the house; throws the library's errors. */
export function compileTemplate(
  files: ReadonlyMap<string, Uint8Array>,
  options: { modules?: object[]; missing?: (name: string) => void } = {},
): Docxtemplater {
  const zip = new PizZip()
  for (const [name, content] of files) zip.file(name, content, { createFolders: false })
  return new Docxtemplater(zip, {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    parser,
    modules: options.modules ?? [],
    syntax: { changeDelimiterPrefix: null },
    nullGetter: (part) => {
      options.missing?.(tagName(part.value))
      return ''
    },
  })
}
