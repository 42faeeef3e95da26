import { withDocxProperties } from './docx-properties.ts'
import { compileTemplate, openTemplate } from './open-template.ts'
import { readPartsOf, reviewFiles } from './review-docx.ts'
import { MissingValueError, type TemplateData, TemplateRefusedError } from './template-model.ts'
import { writeZip } from './zip.ts'

export interface RenderedTemplate {
  readonly bytes: Uint8Array
  /** what who receives it will read, paragraph by paragraph: what a condition left out or a style hides is not there */
  readonly paragraphs: readonly string[]
}

/**
 * The template with its fields replaced, and these invisible properties. Values are data: markup in them is shown, never
 * interpreted; line breaks are kept. Throws MissingValueError naming every field without a value, TemplateRefusedError
 * when the file is not a usable template. The same template and data give the same bytes.
 */
export function renderTemplate(
  bytes: Uint8Array,
  data: TemplateData,
  properties: Readonly<Record<string, string>> = {},
): RenderedTemplate {
  const opened = openTemplate(bytes)
  if (!opened.ok) throw new TemplateRefusedError([opened.error])
  const missing = new Set<string>()
  const document = rendered(() => {
    const compiled = compileTemplate(opened.files, { missing: (name) => missing.add(name) })
    compiled.render(data)
    return compiled
  })
  if (missing.size > 0) throw new MissingValueError([...missing])
  const zip = document.getZip()
  const filled = new Map(
    [...opened.files.keys()].map((name): readonly [string, Uint8Array] => {
      const file = zip.file(name)
      return [name, file === null ? new Uint8Array() : file.asUint8Array()]
    }),
  )
  const files = Object.keys(properties).length === 0 ? filled : withDocxProperties(filled, properties)
  return {
    bytes: writeZip([...files]),
    paragraphs: reviewFiles(files, readPartsOf(files, opened.main)).paragraphs,
  }
}

/** The library's errors are about the template: they were for `checkTemplate` to explain. */
function rendered<T>(work: () => T): T {
  try {
    return work()
  } catch {
    const message = 'Ce modèle contient des erreurs. Vérifiez-le et corrigez-le avant de l’utiliser.'
    throw new TemplateRefusedError([{ code: 'other', tag: '', place: 'document', message }])
  }
}
