import type { Readable } from 'node:stream'

/** What the database keeps about an object; nothing else is needed to read it again. */
export interface StoredObject {
  /** random, says nothing of the content */
  readonly key: string
  /** of the plaintext, hexadecimal */
  readonly sha256: string
  /** of the plaintext, in bytes */
  readonly size: number
  readonly wrappedKey: string
  readonly keyId: string
}

/** What is needed to read an object. */
export type ObjectRef = Omit<StoredObject, 'sha256'>

/** Which objects are still referenced: a list of their keys, or a question asked for each one. */
export type KnownKeys = AsyncIterable<string> | ((key: string) => boolean | Promise<boolean>)

/** Encrypted objects, wherever they are kept. */
export interface FileStore {
  /** Writes whole or not at all. AppError `too-large` beyond `maxBytes`. */
  put(content: Readable | Uint8Array, options: { maxBytes: number }): Promise<StoredObject>
  /**
   * The plaintext, verified chunk by chunk, with constant memory; `end` included. The stream errors with
   * DamagedObjectError or MainKeyError; AppError `not-found` when the object is missing.
   */
  get(ref: ObjectRef, range?: { start: number; end: number }): Promise<Readable>
  /** Wraps the object's key again under the current main key; the object itself does not change. */
  rewrap(ref: ObjectRef): { wrappedKey: string; keyId: string }
  /** Removing what is not there is not an error. */
  remove(key: string): Promise<void>
  /** Removes unknown objects and unfinished writes older than the instant; answers how many. */
  sweep(known: KnownKeys, olderThan: Date): Promise<number>
}
