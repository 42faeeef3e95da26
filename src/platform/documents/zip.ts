import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly compressed: number
  readonly size: number
  readonly crc: number
  readonly offset: number
}

export interface ZipLimits {
  readonly maxEntries: number
  /** of everything once inflated, in bytes */
  readonly maxTotal: number
  readonly maxRatio: number
}

export const ZIP_LIMITS: ZipLimits = { maxEntries: 5000, maxTotal: 300 * 1024 * 1024, maxRatio: 1000 }

/** Not a readable archive, or one that would swell out of proportion. */
export class ZipError extends Error {
  readonly code: 'damaged' | 'bomb'

  constructor(code: 'damaged' | 'bomb', detail: string) {
    super(detail)
    this.name = 'ZipError'
    this.code = code
  }
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const SMALL_ENTRY = 1024 * 1024

/** Lists the central directory and checks the sizes it announces; throws ZipError. Nothing is inflated. */
export function listZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): readonly ZipEntry[] {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endRecord(input)
    const count = input.readUInt16LE(end + 10)
    if (count > limits.maxEntries) throw new ZipError('bomb', `${count} entries`)
    const entries: ZipEntry[] = []
    let position = input.readUInt32LE(end + 16)
    for (let i = 0; i < count; i += 1) {
      const { entry, next } = centralEntry(input, position)
      entries.push(entry)
      position = next
    }
    checkSizes(entries, limits)
    return entries
  } catch (error) {
    if (error instanceof ZipError) throw error
    throw new ZipError('damaged', String(error))
  }
}

/** Inflates one entry, never beyond the size announced, and verifies its checksum; throws ZipError. */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (input.readUInt32LE(entry.offset) !== LOCAL) throw new Error('no local header')
    const start =
      entry.offset + 30 + input.readUInt16LE(entry.offset + 26) + input.readUInt16LE(entry.offset + 28)
    const data = input.subarray(start, start + entry.compressed)
    if (data.length !== entry.compressed || entry.encrypted) throw new Error('cut or encrypted')
    const plain = inflate(data, entry)
    if (plain.length !== entry.size || crc32(plain) !== entry.crc) throw new Error('checksum')
    return plain
  } catch (error) {
    throw new ZipError('damaged', `${entry.name}: ${String(error)}`)
  }
}

/** Every file of the archive by name, checked; throws ZipError. The last of two entries of the same name is refused. */
export function readZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const entry of listZip(bytes, limits)) {
    if (entry.name.endsWith('/')) continue
    if (files.has(entry.name)) throw new ZipError('damaged', `twice ${entry.name}`)
    files.set(entry.name, readZipEntry(bytes, entry))
  }
  return files
}

/** Writes an archive, byte for byte the same for the same files in the same order (no clock, no system attributes). */
export function writeZip(files: Iterable<readonly [string, Uint8Array]>): Uint8Array {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  let count = 0
  for (const [name, content] of files) {
    const encoded = Buffer.from(name, 'utf8')
    const data = deflateRawSync(content, { level: 9 })
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    // 1 January 1980, the first day the format knows
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(encoded.length, 22)
    parts.push(Buffer.concat([uint32(LOCAL), common, encoded]), data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([uint32(CENTRAL), Buffer.from([20, 0]), common, tail, encoded]))
    offset += 30 + encoded.length + data.length
    count += 1
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, directory, uint32(END), end])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** The end record is in the last 64 KiB, before an optional comment. */
function endRecord(input: Buffer): number {
  for (let position = input.length - 22; position >= Math.max(0, input.length - 65_557); position -= 1) {
    if (input.readUInt32LE(position) === END) return position
  }
  throw new ZipError('damaged', 'no end record')
}

function centralEntry(input: Buffer, position: number): { entry: ZipEntry; next: number } {
  if (input.readUInt32LE(position) !== CENTRAL) throw new ZipError('damaged', 'no central header')
  const nameLength = input.readUInt16LE(position + 28)
  const extra = input.readUInt16LE(position + 30) + input.readUInt16LE(position + 32)
  return {
    next: position + 46 + nameLength + extra,
    entry: {
      name: input.toString('utf8', position + 46, position + 46 + nameLength).replaceAll('\\', '/'),
      encrypted: (input.readUInt16LE(position + 8) & 1) === 1,
      method: input.readUInt16LE(position + 10),
      crc: input.readUInt32LE(position + 16),
      compressed: input.readUInt32LE(position + 20),
      size: input.readUInt32LE(position + 24),
      offset: input.readUInt32LE(position + 42),
    },
  }
}

function checkSizes(entries: readonly ZipEntry[], limits: ZipLimits): void {
  let total = 0
  const offsets = new Set<number>()
  for (const entry of entries) {
    total += entry.size
    // Entries sharing the same bytes are how a small archive swells without a suspicious ratio.
    if (offsets.has(entry.offset)) throw new ZipError('bomb', 'overlapping entries')
    offsets.add(entry.offset)
    const ratio = entry.size / Math.max(1, entry.compressed)
    if (entry.size > SMALL_ENTRY && ratio > limits.maxRatio)
      throw new ZipError('bomb', `ratio of ${entry.name}`)
  }
  if (total > limits.maxTotal) throw new ZipError('bomb', `${total} bytes`)
}

function inflate(data: Buffer, entry: ZipEntry): Buffer {
  if (entry.method === 0) return data
  if (entry.method !== 8) throw new Error(`method ${entry.method}`)
  return inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) })
}
