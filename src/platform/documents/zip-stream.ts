import { pipeline, Readable, Transform } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface StreamedEntry {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

interface Written {
  readonly name: Buffer
  readonly offset: number
  readonly crc: number
  readonly compressed: number
  readonly size: number
}

const BATCH = 64 * 1024
const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** sizes follow the content (bit 3), names are UTF-8 (bit 11) */
const FLAGS = 0x0808
const DEFLATE = 8
/** 1 January 1980, the first day the format knows: the same content gives the same bytes */
const DAY = 0x21

const record = (...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of fields) at = bytes.writeUIntLE(value, at, size)
  return bytes
}

/** Small texts put together: a deflate call for each row would cost more than the row. */
async function* batches(content: StreamedEntry['content']): AsyncGenerator<Buffer> {
  let pending = ''
  for await (const text of content) {
    pending += text
    if (pending.length < BATCH) continue
    yield Buffer.from(pending, 'utf8')
    pending = ''
  }
  if (pending !== '') yield Buffer.from(pending, 'utf8')
}

/** Writes an archive as it goes: nothing but the names is kept. An entry holds less than 4 GB. */
export async function* zipStream(entries: Iterable<StreamedEntry>): AsyncGenerator<Buffer> {
  const done: Written[] = []
  let offset = 0
  for (const { name: text, content } of entries) {
    const name = Buffer.from(text, 'utf8')
    const start = offset
    const header = record(
      [4, LOCAL],
      [2, 20],
      [2, FLAGS],
      [2, DEFLATE],
      [2, 0],
      [2, DAY],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    )
    yield Buffer.concat([header, name])
    let crc = 0
    let size = 0
    let compressed = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        crc = crc32(chunk, crc)
        size += chunk.length
        next(null, chunk)
      },
    })
    // A failure of the source ends the deflate stream, which throws below; a reader who leaves ends the source.
    const deflated = pipeline(Readable.from(batches(content)), measure, createDeflateRaw(), () => undefined)
    for await (const chunk of deflated as AsyncIterable<Buffer>) {
      compressed += chunk.length
      yield chunk
    }
    yield record([4, DESCRIPTOR], [4, crc], [4, compressed], [4, size])
    offset += header.length + name.length + compressed + 16
    done.push({ name, offset: start, crc, compressed, size })
  }
  const directory = Buffer.concat(done.flatMap(centralRecord))
  const count = done.length
  yield directory
  yield record([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, offset], [2, 0])
}

const centralRecord = ({ name, offset, crc, compressed, size }: Written): Buffer[] => [
  record(
    [4, CENTRAL],
    [2, 20],
    [2, 20],
    [2, FLAGS],
    [2, DEFLATE],
    [2, 0],
    [2, DAY],
    [4, crc],
    [4, compressed],
    [4, size],
  ),
  record([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
  name,
]
