import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHUNK_BYTES, DamagedObjectError, PREFIX_BYTES, SEALED_CHUNK_BYTES } from './cipher.ts'
import type { StoredObject } from './file-store.ts'
import { createFileStore } from './local-file-store.ts'
import { ephemeralMainKeys, MainKeyError } from './main-key.ts'

let directory: string
const keys = ephemeralMainKeys()

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'store-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true, force: true })
})

const store = () => createFileStore({ directory, keys })
const pathOf = (object: StoredObject) => join(directory, object.key.slice(0, 2), object.key)
const sample = (size: number, seed = 7) =>
  Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * seed) % 251))
const filesLeft = async () =>
  (await readdir(directory, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).length

/** A stream of `pieces` × 64 KiB that never exists whole in memory. */
async function* flow(pieces: number): AsyncGenerator<Buffer> {
  for (let i = 0; i < pieces; i += 1) yield Buffer.alloc(CHUNK_BYTES, i % 256)
}

describe('local file store', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 200_001])(
    'gives back %i bytes as they were',
    async (size) => {
      const content = sample(size)
      const object = await store().put(content, { maxBytes: 1_000_000 })
      expect(object.size).toBe(size)
      expect(object.sha256).toBe(createHash('sha256').update(content).digest('hex'))
      expect(await buffer(await store().get(object))).toEqual(content)
    },
  )

  it('keeps no plaintext on disk', async () => {
    const object = await store().put(Buffer.from('a very secret sentence'), { maxBytes: 100 })
    expect((await readFile(pathOf(object))).includes('secret')).toBe(false)
  })

  it.each([
    [0, 9],
    [CHUNK_BYTES - 3, CHUNK_BYTES + 3],
    [150_000, 999_999],
  ])('gives back the range %i to %i', async (start, end) => {
    const content = sample(200_001)
    const object = await store().put(content, { maxBytes: 1_000_000 })
    expect(await buffer(await store().get(object, { start, end }))).toEqual(content.subarray(start, end + 1))
  })

  it('streams 200 MB without ever holding it', { timeout: 60_000 }, async () => {
    const before = process.memoryUsage().rss
    let peak = 0
    const object = await store().put(Readable.from(flow(3200)), { maxBytes: 300_000_000 })
    let size = 0
    for await (const piece of await store().get(object)) {
      size += piece.length
      peak = Math.max(peak, process.memoryUsage().rss - before)
    }
    expect(size).toBe(3200 * CHUNK_BYTES)
    // When buffers are collected is the engine's business: far below the whole is what matters.
    expect(peak).toBeLessThan(130_000_000)
  })

  it('leaves nothing behind when the content is too large, or its stream breaks', async () => {
    await expect(store().put(Readable.from(flow(20)), { maxBytes: 100_000 })).rejects.toMatchObject({
      code: 'too-large',
    })
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(300_000)
        throw new Error('connection lost')
      })(),
    )
    await expect(store().put(broken, { maxBytes: 1_000_000 })).rejects.toThrow('connection lost')
    expect(await filesLeft()).toBe(0)
  })

  it('reports a disk that refuses the write', async () => {
    const place = join(directory, 'a-file')
    await writeFile(place, '')
    const refused = createFileStore({ directory: place, keys })
    await expect(refused.put(sample(10), { maxBytes: 100 })).rejects.toThrow(/ENOTDIR|EEXIST/u)
  })

  it.each([
    0,
    PREFIX_BYTES + 10,
    PREFIX_BYTES + SEALED_CHUNK_BYTES - 1,
    PREFIX_BYTES + 2 * SEALED_CHUNK_BYTES,
  ])('notices a bit flipped at byte %i', async (position) => {
    const object = await store().put(sample(200_001), { maxBytes: 1_000_000 })
    const bytes = await readFile(pathOf(object))
    bytes[position] = (bytes[position] ?? 0) ^ 1
    await writeFile(pathOf(object), bytes)
    await expect(buffer(await store().get(object))).rejects.toThrow(DamagedObjectError)
  })

  it('notices a cut at a chunk boundary, even when the size recorded is cut too', async () => {
    const object = await store().put(sample(3 * CHUNK_BYTES), { maxBytes: 1_000_000 })
    await truncate(pathOf(object), PREFIX_BYTES + 2 * SEALED_CHUNK_BYTES)
    await expect(store().get(object)).rejects.toThrow(DamagedObjectError)
    const lying = { ...object, size: 2 * CHUNK_BYTES }
    await expect(buffer(await store().get(lying))).rejects.toThrow(DamagedObjectError)
  })

  it('notices chunks that changed places', async () => {
    const object = await store().put(sample(3 * CHUNK_BYTES), { maxBytes: 1_000_000 })
    const bytes = await readFile(pathOf(object))
    const at = (i: number) => PREFIX_BYTES + i * SEALED_CHUNK_BYTES
    const swapped = Buffer.concat([
      bytes.subarray(0, at(0)),
      bytes.subarray(at(1), at(2)),
      bytes.subarray(at(0), at(1)),
      bytes.subarray(at(2)),
    ])
    await writeFile(pathOf(object), swapped)
    await expect(buffer(await store().get(object))).rejects.toThrow(DamagedObjectError)
  })

  it('notices an object put in the place of another, with or without its own key', async () => {
    const [a, b] = await Promise.all([1, 2].map((seed) => store().put(sample(500, seed), { maxBytes: 1000 })))
    if (a === undefined || b === undefined) throw new Error('two objects expected')
    await copyFile(pathOf(b), pathOf(a))
    await expect(buffer(await store().get(a))).rejects.toThrow(DamagedObjectError)
    await expect(store().get({ ...a, wrappedKey: b.wrappedKey })).rejects.toThrow(MainKeyError)
  })

  it('refuses another main key in French', async () => {
    const object = await store().put(sample(10), { maxBytes: 100 })
    const other = createFileStore({ directory, keys: ephemeralMainKeys() })
    await expect(other.get(object)).rejects.toThrow(/autre clé principale/u)
  })

  it('opens under the new main key once wrapped again', async () => {
    const object = await store().put(sample(10), { maxBytes: 100 })
    const fresh = ephemeralMainKeys()
    const both = { current: fresh.current, keys: new Map([...keys.keys, ...fresh.keys]) }
    const moved = { ...object, ...createFileStore({ directory, keys: both }).rewrap(object) }
    expect(moved.keyId).toBe(fresh.current)
    const later = createFileStore({ directory, keys: fresh })
    expect(await buffer(await later.get(moved))).toEqual(sample(10))
  })

  it('removes, and does not mind removing twice', async () => {
    const object = await store().put(sample(10), { maxBytes: 100 })
    await store().remove(object.key)
    await store().remove(object.key)
    await expect(store().get(object)).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each(['../../etc/passwd', '', 'ABCDEF', `${'a'.repeat(31)}/`])(
    'never follows the key « %s »',
    async (key) => {
      const object = await store().put(sample(10), { maxBytes: 100 })
      const { wrappedKey, keyId } = object
      await expect(store().get({ key, size: 10, wrappedKey, keyId })).rejects.toThrow()
      await expect((async () => store().remove(key))()).rejects.toMatchObject({ code: 'not-found' })
    },
  )

  it('sweeps old orphans and unfinished writes, never a known or recent object', async () => {
    const kept = await store().put(sample(10), { maxBytes: 100 })
    const orphan = await store().put(sample(10), { maxBytes: 100 })
    const recent = await store().put(sample(10), { maxBytes: 100 })
    const unfinished = join(directory, 'unfinished', 'a'.repeat(32))
    await writeFile(unfinished, 'x')
    const old = new Date('2026-01-01T00:00:00Z')
    await Promise.all([pathOf(kept), pathOf(orphan), unfinished].map((p) => utimes(p, old, old)))
    const known = (async function* () {
      yield kept.key
    })()
    expect(await store().sweep(known, new Date('2026-02-01T00:00:00Z'))).toBe(2)
    expect(await buffer(await store().get(kept))).toEqual(sample(10))
    expect(await buffer(await store().get(recent))).toEqual(sample(10))
  })
})
