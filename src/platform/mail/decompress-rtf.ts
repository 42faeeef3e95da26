/** Dictionary every reader starts with (MS-OXRTFCP 2.1.2.1); 207 bytes. */
const DICTIONARY = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)
const WINDOW = 4096
const COMPRESSED = 0x75465a4c
const UNCOMPRESSED = 0x414c454d
const MAX_RTF = 20_000_000

/** Compressed RTF of Outlook (LZFu) → RTF, bounded; null when it is not that. */
export function decompressRtf(bytes: Uint8Array): string | null {
  if (bytes.length < 16) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rawSize = Math.min(view.getUint32(4, true), MAX_RTF)
  const kind = view.getUint32(8, true)
  if (kind === UNCOMPRESSED) return Buffer.from(bytes.subarray(16, 16 + rawSize)).toString('latin1')
  return kind === COMPRESSED ? inflateLzfu(bytes.subarray(16), rawSize) : null
}

/** The sliding window shared by literals and references. */
class Window {
  private readonly window = new Uint8Array(WINDOW)
  private readonly output: Buffer
  private writeAt = DICTIONARY.length
  size = 0

  constructor(rawSize: number) {
    this.window.set(DICTIONARY)
    this.output = Buffer.alloc(rawSize)
  }

  get full(): boolean {
    return this.size >= this.output.length
  }

  emit(byte: number): void {
    this.window[this.writeAt] = byte
    this.writeAt = (this.writeAt + 1) % WINDOW
    if (!this.full) this.output[this.size] = byte
    this.size += 1
  }

  /** False when the reference marks the end of the stream. */
  copy(reference: number): boolean {
    const offset = reference >> 4
    if (offset === this.writeAt) return false
    for (let i = 0; i < (reference & 0xf) + 2; i += 1) this.emit(this.window[(offset + i) % WINDOW] ?? 0)
    return true
  }

  toString(): string {
    return this.output.subarray(0, Math.min(this.size, this.output.length)).toString('latin1')
  }
}

function inflateLzfu(input: Uint8Array, rawSize: number): string {
  const window = new Window(rawSize)
  let position = 0
  let control = 0
  for (let step = 0; position < input.length && !window.full; step += 1) {
    if (step % 8 === 0) {
      control = input[position] ?? 0
      position += 1
    }
    const reference = (control & (1 << (step % 8))) !== 0
    if (!take(window, input, position, reference)) break
    position += reference ? 2 : 1
  }
  return window.toString()
}

/** One literal byte, or a copy of what was already written; false at the end of the stream. */
function take(window: Window, input: Uint8Array, position: number, reference: boolean): boolean {
  const first = input[position] ?? 0
  if (reference) return window.copy((first << 8) | (input[position + 1] ?? 0))
  window.emit(first)
  return true
}
