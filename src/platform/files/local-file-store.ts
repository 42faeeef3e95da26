import { createHash, type Hash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { AppError } from '#platform/errors.ts'
import {
  CHUNK_BYTES,
  DamagedObjectError,
  openChunk,
  PREFIX_BYTES,
  SEALED_CHUNK_BYTES,
  sealChunk,
  TAG_BYTES,
  unwrapKey,
  wrapKey,
} from './cipher.ts'
import type { FileStore, KnownKeys, ObjectRef, StoredObject } from './file-store.ts'
import type { MainKeys } from './main-key.ts'

const UNFINISHED = 'unfinished'
const KEY_SHAPE = /^[0-9a-f]{32}$/u

/** Object store in a folder of this machine. The folder is made when needed; the main keys live elsewhere. */
export function createFileStore(options: { directory: string; keys: MainKeys }): FileStore {
  const { directory, keys } = options
  const store: FileStore = {
    put: (content, { maxBytes }) => putObject(directory, keys, content, maxBytes),
    get: (ref, range) => getObject(directory, keys, ref, range),
    rewrap: (ref) => wrapKey(keys, ref.key, unwrapKey(keys, ref)),
    remove: (key) => rm(pathOf(directory, key), { force: true }),
    sweep: (known, olderThan) => sweepObjects(directory, known, olderThan),
  }
  return store
}

/** Two characters of folder keep directories small; a key of any other shape never reaches the disk. */
function pathOf(directory: string, key: string): string {
  if (!KEY_SHAPE.test(key)) throw new AppError('not-found')
  return join(directory, key.slice(0, 2), key)
}

interface Writing {
  readonly file: FileHandle
  readonly hash: Hash
  readonly objectKey: string
  readonly dataKey: Uint8Array
  readonly prefix: Uint8Array
  readonly maxBytes: number
}

async function putObject(
  directory: string,
  keys: MainKeys,
  content: Readable | Uint8Array,
  maxBytes: number,
): Promise<StoredObject> {
  const objectKey = randomBytes(16).toString('hex')
  const dataKey = randomBytes(32)
  const temporary = join(directory, UNFINISHED, objectKey)
  await mkdir(join(directory, UNFINISHED), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const prefix = randomBytes(PREFIX_BYTES)
  try {
    const file = await open(temporary, 'wx', 0o600)
    let size: number
    try {
      await file.write(prefix)
      size = await writeChunks({ file, hash, objectKey, dataKey, prefix, maxBytes }, content)
      await file.sync()
    } finally {
      await file.close()
    }
    await publish(directory, temporary, objectKey)
    return { key: objectKey, sha256: hash.digest('hex'), size, ...wrapKey(keys, objectKey, dataKey) }
  } catch (error) {
    if (content instanceof Readable) content.destroy()
    await rm(temporary, { force: true })
    throw error
  }
}

/** Seals full chunks as they come; only the end of the stream tells which chunk is the last. */
async function writeChunks(to: Writing, content: Readable | Uint8Array): Promise<number> {
  let pending: Uint8Array = Buffer.alloc(0)
  let index = 0
  let size = 0
  const seal = async (plain: Uint8Array, last: boolean) => {
    const { objectKey, dataKey, prefix } = to
    for (const part of sealChunk({ objectKey, dataKey, prefix, index, last }, plain))
      await writeAll(to.file, part)
    index += 1
  }
  for await (const piece of piecesOf(content)) {
    size += piece.length
    if (size > to.maxBytes) throw new AppError('too-large')
    to.hash.update(piece)
    pending = pending.length === 0 ? piece : Buffer.concat([pending, piece])
    let offset = 0
    while (pending.length - offset > CHUNK_BYTES) {
      await seal(pending.subarray(offset, offset + CHUNK_BYTES), false)
      offset += CHUNK_BYTES
    }
    pending = pending.subarray(offset)
  }
  await seal(pending, true)
  return size
}

async function* piecesOf(content: Readable | Uint8Array): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content
    return
  }
  for await (const piece of content) {
    yield typeof piece === 'string' ? Buffer.from(piece) : piece
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written)).bytesWritten
  }
}

/** Renames into place, then syncs the folders: after a power cut the object is there whole, or not at all. */
async function publish(directory: string, temporary: string, objectKey: string): Promise<void> {
  const target = pathOf(directory, objectKey)
  const folder = join(directory, objectKey.slice(0, 2))
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(temporary, target)
  await syncFolder(folder)
  if (made !== undefined) await syncFolder(directory)
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its rename is journaled by the file system.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function getObject(
  directory: string,
  keys: MainKeys,
  ref: ObjectRef,
  range: { start: number; end: number } | undefined,
): Promise<Readable> {
  const dataKey = unwrapKey(keys, ref)
  const path = pathOf(directory, ref.key)
  const present = await stat(path).catch(() => null)
  if (present === null) throw new AppError('not-found')
  const chunks = Math.max(1, Math.ceil(ref.size / CHUNK_BYTES))
  if (present.size !== PREFIX_BYTES + ref.size + chunks * TAG_BYTES) throw new DamagedObjectError(ref.key)
  const start = Math.max(0, range?.start ?? 0)
  const end = Math.min(ref.size - 1, range?.end ?? ref.size - 1)
  return Readable.from(
    readChunks({ path, objectKey: ref.key, dataKey, size: ref.size, chunks, start, end }),
    {
      objectMode: false,
      highWaterMark: CHUNK_BYTES,
    },
  )
}

interface Reading {
  readonly path: string
  readonly objectKey: string
  readonly dataKey: Uint8Array
  readonly size: number
  readonly chunks: number
  readonly start: number
  readonly end: number
}

async function* readChunks(from: Reading): AsyncGenerator<Buffer> {
  const { objectKey, dataKey, chunks, start, end } = from
  const file = await open(from.path, 'r')
  try {
    const prefix = await readExactly(file, 0, PREFIX_BYTES, objectKey)
    const first = Math.floor(start / CHUNK_BYTES)
    const final = from.size === 0 ? 0 : Math.floor(end / CHUNK_BYTES)
    for (let index = first; index <= final; index += 1) {
      const length = Math.min(CHUNK_BYTES, from.size - index * CHUNK_BYTES) + TAG_BYTES
      const sealed = await readExactly(file, PREFIX_BYTES + index * SEALED_CHUNK_BYTES, length, objectKey)
      const last = index === chunks - 1
      const plain = openChunk({ objectKey, dataKey, prefix, index, last }, sealed)
      const offset = index * CHUNK_BYTES
      const wanted = plain.subarray(Math.max(0, start - offset), Math.max(0, end + 1 - offset))
      if (wanted.length > 0) yield wanted
    }
  } finally {
    await file.close()
  }
}

async function readExactly(
  file: FileHandle,
  position: number,
  length: number,
  objectKey: string,
): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let read = 0
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read)
    if (bytesRead === 0) throw new DamagedObjectError(objectKey)
    read += bytesRead
  }
  return bytes
}

async function sweepObjects(directory: string, known: KnownKeys, olderThan: Date): Promise<number> {
  const isKnown = await questionFrom(known)
  let removed = 0
  for await (const { path, key, unfinished } of objectsIn(directory)) {
    const found = await stat(path).catch(() => null)
    if (found === null || found.mtime >= olderThan) continue
    if (!unfinished && (await isKnown(key))) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

/** What is under the folder and looks like ours; anything else is left alone. */
async function* objectsIn(
  directory: string,
): AsyncGenerator<{ path: string; key: string; unfinished: boolean }> {
  const folders = await readdir(directory).catch(() => [])
  for (const folder of folders.filter((name) => name === UNFINISHED || /^[0-9a-f]{2}$/u.test(name))) {
    const keys = await readdir(join(directory, folder)).catch(() => [])
    for (const key of keys.filter((name) => KEY_SHAPE.test(name))) {
      yield { path: join(directory, folder, key), key, unfinished: folder === UNFINISHED }
    }
  }
}

async function questionFrom(known: KnownKeys): Promise<(key: string) => boolean | Promise<boolean>> {
  if (typeof known === 'function') return known
  const keys = new Set<string>()
  for await (const key of known) keys.add(key)
  return (key) => keys.has(key)
}
