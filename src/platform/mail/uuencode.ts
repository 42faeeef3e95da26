export interface UuFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const BEGIN = /^begin [0-7]{3,4} (.+)$/u

/** Takes the files written in uuencode inside a text out of it; a sentence stays in their place. Linear. */
export function extractUuencoded(text: string): { text: string; files: readonly UuFile[] } {
  if (!text.includes('begin ')) return { text, files: [] }
  const lines = text.split('\n')
  const kept: string[] = []
  const files: UuFile[] = []
  let index = 0
  while (index < lines.length) {
    const line = (lines[index] ?? '').replace(/\r$/u, '')
    const name = BEGIN.exec(line)?.[1]
    const found = name === undefined ? null : decodeFrom(lines, index + 1)
    if (name !== undefined && found !== null) {
      files.push({ name, bytes: found.bytes })
      kept.push(`[Pièce jointe : ${name}]`)
      index = found.next
    } else {
      kept.push(line)
      index += 1
    }
  }
  return files.length === 0 ? { text, files } : { text: kept.join('\n'), files }
}

/** Null when a line is not uuencode or the end is missing: the text is then left as it was. */
function decodeFrom(lines: readonly string[], start: number): { bytes: Uint8Array; next: number } | null {
  const pieces: Uint8Array[] = []
  for (let index = start; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').replace(/\r$/u, '')
    if (line === 'end') return pieces.length === 0 ? null : { bytes: Buffer.concat(pieces), next: index + 1 }
    if (line === '' || line === '`') continue
    const piece = decodeLine(line)
    if (piece === null) return null
    pieces.push(piece)
  }
  return null
}

function decodeLine(line: string): Uint8Array | null {
  const values = Array.from(line, (c) => (c === '`' ? 0 : c.charCodeAt(0) - 32))
  if (values.some((value) => value < 0 || value > 63)) return null
  const [length = 0, ...data] = values
  // Trailing blanks are often lost in transport: they were zeros.
  if (data.length + 4 < Math.ceil(length / 3) * 4) return null
  const bytes = new Uint8Array(length)
  for (let i = 0; i < length; i += 1) {
    const group = Math.floor(i / 3) * 4
    const at = (offset: number) => data[group + offset] ?? 0
    const triple = (at(0) << 18) | (at(1) << 12) | (at(2) << 6) | at(3)
    bytes[i] = (triple >> (16 - 8 * (i % 3))) & 0xff
  }
  return bytes
}
