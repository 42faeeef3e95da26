import { strippedText } from '#platform/texte.ts'

export interface DecodedText {
  readonly text: string
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly truncated: boolean
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell a binary file
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/gu

/**
 * Text of a file whose charset nobody tells: byte-order mark, UTF-16 without one, UTF-8, else Windows-1252. Null when
 * it is not text. At most `max` characters, cut on a whole character.
 */
export function previewText(bytes: Uint8Array, max = 200_000): DecodedText | null {
  const charset = charsetOf(bytes)
  const window = bytes.subarray(0, max * 4)
  const decoded = new TextDecoder(charset).decode(window)
  const sample = decoded.slice(0, 20_000)
  const suspicious = sample.match(BINARY)?.length ?? 0
  if (suspicious > sample.length / 200) return null
  const text = strippedText(decoded.slice(0, max)).text.replace(/\ufffd$/u, '')
  return { text, charset, truncated: decoded.length > max || window.length < bytes.length }
}

function charsetOf(bytes: Uint8Array): DecodedText['charset'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 512)
  const zeros = (parity: number) => start.filter((byte, i) => i % 2 === parity && byte === 0).length
  if (start.length >= 8 && zeros(1) > start.length * 0.35 && zeros(0) === 0) return 'utf-16le'
  if (start.length >= 8 && zeros(0) > start.length * 0.35 && zeros(1) === 0) return 'utf-16be'
  return isUtf8(bytes.subarray(0, 1_000_000)) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // stream: a character cut by the window is not an error
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
