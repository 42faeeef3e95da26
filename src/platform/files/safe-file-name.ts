/** Invisible characters that reorder or hide text: « facture‮fdp.exe » must not read as a PDF. */
const HIDDEN = /[\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is removed
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/gu
const FORBIDDEN_ON_WINDOWS = /[<>:"|?*]/gu
const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/iu
const MAX_LENGTH = 180

/**
 * A name fit to be shown and to be offered as a download on any system: last part of a path, no control, bidirectional
 * or invisible character, nothing Windows refuses, at most 180 characters with the extension kept. Accents are kept.
 * Never used as a storage path. `fallback` names a file that has no usable name.
 */
export function safeFileName(name: string | null | undefined, fallback = 'sans-nom'): string {
  const segments = (name ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(CONTROL, '')
    .replace(HIDDEN, '')
    .split(/[/\\]/u)
  const last = segments.findLast((part) => part.trim() !== '' && !/^[. ]+$/u.test(part)) ?? ''
  const clean = last
    .replace(FORBIDDEN_ON_WINDOWS, '_')
    .replace(/\p{M}{4,}/gu, (marks) => marks.slice(0, 3))
    .replace(/\s+/gu, ' ')
    .replace(/[. ]+$/u, '')
    .trim()
  if (clean === '') return fallback
  return shortened(RESERVED_ON_WINDOWS.test(clean) ? `_${clean}` : clean)
}

/** The extension of a name, lower case and without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/iu.exec(name)?.[1]?.toLowerCase() ?? ''
}

function shortened(name: string): string {
  if (name.length <= MAX_LENGTH) return name
  const extension = extensionOf(name)
  const tail = extension === '' ? '' : `.${extension}`
  return `${name
    .slice(0, MAX_LENGTH - tail.length - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, '')}…${tail}`
}
