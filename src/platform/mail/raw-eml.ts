/** Charset of a whole .eml saved in UTF-16 (a byte-order mark, or a NUL every other byte); null for ordinary bytes. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 64)
  const odd = start.filter((byte, i) => i % 2 === 1 && byte === 0).length
  const even = start.filter((byte, i) => i % 2 === 0 && byte === 0).length
  if (odd >= 28 && even === 0) return 'utf-16le'
  return even >= 28 && odd === 0 ? 'utf-16be' : null
}

const NEWLINE = 0x0a
const DASH = 0x2d

/**
 * Rewrites as UTF-8 the header lines (of the message and of its parts) written in raw 8-bit Windows-1252, an old habit
 * of some software: « Müller » is then read as it was meant. Bodies are left alone, their part says their charset.
 */
export function withUtf8Headers(bytes: Uint8Array): Uint8Array {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: Uint8Array[] = []
  const legacy = new TextDecoder('windows-1252')
  let inHeader = true
  let copied = 0
  let start = 0
  while (start < input.length) {
    const newline = input.indexOf(NEWLINE, start)
    const end = newline < 0 ? input.length : newline + 1
    const line = input.subarray(start, end)
    if (inHeader && !isUtf8(line)) {
      pieces.push(input.subarray(copied, start), Buffer.from(legacy.decode(line), 'utf8'))
      copied = end
    }
    inHeader = inHeader ? !isBlank(line) : line[0] === DASH && line[1] === DASH && line.length > 4
    start = end
  }
  if (copied === 0) return bytes
  pieces.push(input.subarray(copied))
  return Buffer.concat(pieces)
}

function isBlank(line: Uint8Array): boolean {
  return line.length === 1 || (line.length === 2 && line[0] === 0x0d)
}

const strict = new TextDecoder('utf-8', { fatal: true })

function isUtf8(line: Uint8Array): boolean {
  if (line.every((byte) => byte < 0x80)) return true
  try {
    strict.decode(line)
    return true
  } catch {
    return false
  }
}
