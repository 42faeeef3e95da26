/** Outlook's private envelope (winmail.dat, MS-OXTNEF), read with bounds at every step. */
export interface TnefFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

export interface TnefContent {
  readonly subject: string
  readonly messageClass: string
  readonly text: string
  readonly html: string
  readonly compressedRtf: Uint8Array | null
  readonly files: readonly TnefFile[]
  /** the envelope ends too early or makes no sense somewhere */
  readonly damaged: boolean
}

const SIGNATURE = 0x223e9f78
const MAX_FILES = 300
const MAX_PROPERTIES = 10_000

const ATT = {
  subject: 0x8004,
  messageClass: 0x8008,
  body: 0x800c,
  data: 0x800f,
  title: 0x8010,
  rendering: 0x9002,
  mapi: 0x9003,
  attachment: 0x9005,
  codePage: 0x9007,
} as const

const PROP = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  subject: 0x0037,
  displayName: 0x3001,
  attachData: 0x3701,
  longName: 0x3707,
  mimeTag: 0x370e,
} as const

export function isTnef(bytes: Uint8Array): boolean {
  return bytes.length >= 6 && Buffer.from(bytes.subarray(0, 4)).readUInt32LE(0) === SIGNATURE
}

/** What the envelope holds; `damaged` rather than an exception when it is cut or makes no sense. */
export function readTnef(bytes: Uint8Array): TnefContent {
  const reader = new TnefReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return reader.read()
}

interface Building {
  title: string
  longName: string
  displayName: string
  contentType: string
  data: Uint8Array | null
}

class TnefReader {
  private readonly input: Buffer
  private encoding = 'windows-1252'
  private subject = ''
  private messageClass = ''
  private text = ''
  private html = ''
  private compressedRtf: Uint8Array | null = null
  private damaged = false
  private readonly building: Building[] = []

  constructor(input: Buffer) {
    this.input = input
  }

  read(): TnefContent {
    let position = 6
    while (position + 9 <= this.input.length) {
      const id = this.input.readUInt16LE(position + 1)
      const length = this.input.readUInt32LE(position + 5)
      const start = position + 9
      const end = Math.min(start + length, this.input.length)
      if (start + length + 2 > this.input.length) this.damaged = true
      this.attribute(id, this.input.subarray(start, end))
      position = start + length + 2
    }
    if (position > this.input.length || position === 6) this.damaged = true
    const { subject, messageClass, text, html, compressedRtf, damaged } = this
    return { subject, messageClass, text, html, compressedRtf, damaged, files: this.files() }
  }

  private files(): readonly TnefFile[] {
    return this.building
      .filter((file) => file.data !== null)
      .map((file) => ({
        name: file.longName || file.title || file.displayName,
        contentType: file.contentType || 'application/octet-stream',
        bytes: file.data ?? new Uint8Array(),
      }))
  }

  private attribute(id: number, value: Buffer): void {
    const file = this.building.at(-1)
    if (id === ATT.rendering) this.startFile()
    else if (id === ATT.codePage && value.length >= 4) this.encoding = labelOf(value.readUInt32LE(0))
    else if (id === ATT.subject) this.subject = this.string8(value)
    else if (id === ATT.messageClass) this.messageClass = this.string8(value)
    else if (id === ATT.body) this.text = this.string8(value)
    else if (id === ATT.mapi) this.messageProperties(value)
    else if (file !== undefined) this.fileAttribute(id, value, file)
  }

  private startFile(): void {
    if (this.building.length >= MAX_FILES) {
      this.damaged = true
      return
    }
    this.building.push({ title: '', longName: '', displayName: '', contentType: '', data: null })
  }

  private fileAttribute(id: number, value: Buffer, file: Building): void {
    if (id === ATT.title) file.title = this.string8(value)
    else if (id === ATT.data) file.data = value
    else if (id === ATT.attachment) {
      this.properties(value, (property, type, content) => this.fileProperty(file, property, type, content))
    }
  }

  private fileProperty(file: Building, property: number, type: number, content: Buffer): void {
    if (property === PROP.longName) file.longName = this.string(type, content)
    else if (property === PROP.displayName) file.displayName = this.string(type, content)
    else if (property === PROP.mimeTag) file.contentType = this.string(type, content).toLowerCase()
    // An embedded object starts with the 16 bytes of its interface.
    else if (property === PROP.attachData) file.data ??= type === 0x0d ? content.subarray(16) : content
  }

  private messageProperties(value: Buffer): void {
    this.properties(value, (property, type, content) => {
      if (property === PROP.body) this.text = this.string(type, content)
      else if (property === PROP.subject) this.subject = this.string(type, content)
      else if (property === PROP.rtf) this.compressedRtf = content
      else if (property === PROP.html) this.html = this.string8(content)
    })
  }

  private properties(value: Buffer, each: (id: number, type: number, content: Buffer) => void): void {
    try {
      readProperties(value, each)
    } catch {
      this.damaged = true
    }
  }

  private string(type: number, content: Buffer): string {
    return type === 0x1f ? trimNul(content.toString('utf16le')) : this.string8(content)
  }

  private string8(content: Buffer): string {
    return trimNul(new TextDecoder(this.encoding).decode(content))
  }
}

type EachProperty = (id: number, type: number, content: Buffer) => void

/** Calls `each` for the first value of every property; throws RangeError past the end. */
function readProperties(value: Buffer, each: EachProperty): void {
  const cursor = new Cursor(value)
  const count = Math.min(cursor.uint32(), MAX_PROPERTIES)
  for (let i = 0; i < count; i += 1) readProperty(cursor, each)
}

function readProperty(cursor: Cursor, each: EachProperty): void {
  const rawType = cursor.uint16()
  const id = cursor.uint16()
  const type = rawType & 0x0fff
  if (id >= 0x8000) skipPropertyName(cursor)
  const variable = [0x1e, 0x1f, 0x102, 0x0d].includes(type)
  const values = variable || (rawType & 0x1000) !== 0 ? cursor.uint32() : 1
  if (values > MAX_PROPERTIES) throw new RangeError('too many values')
  for (let v = 0; v < values; v += 1) {
    const content = cursor.take(variable ? cursor.uint32() : fixedSize(type))
    if (v === 0) each(id, type, content)
  }
}

function skipPropertyName(cursor: Cursor): void {
  cursor.take(16)
  const kind = cursor.uint32()
  const lengthOrId = cursor.uint32()
  if (kind === 1) cursor.take(lengthOrId)
}

function fixedSize(type: number): number {
  if ([0x05, 0x06, 0x07, 0x14, 0x40].includes(type)) return 8
  return type === 0x48 ? 16 : 4
}

class Cursor {
  private readonly bytes: Buffer
  private position = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  uint16(): number {
    this.position += 2
    return this.bytes.readUInt16LE(this.position - 2)
  }

  uint32(): number {
    this.position += 4
    return this.bytes.readUInt32LE(this.position - 4)
  }

  /** Values are padded to four bytes. */
  take(length: number): Buffer {
    const start = this.position
    if (start + length > this.bytes.length) throw new RangeError('past the end')
    this.position = start + length + ((4 - (length % 4)) % 4)
    return this.bytes.subarray(start, start + length)
  }
}

function trimNul(text: string): string {
  const nul = text.indexOf('\u0000')
  return nul < 0 ? text : text.slice(0, nul)
}

function labelOf(codePage: number): string {
  const label = codePage === 65_001 ? 'utf-8' : `windows-${codePage}`
  try {
    return new TextDecoder(label).encoding
  } catch {
    return 'windows-1252'
  }
}
