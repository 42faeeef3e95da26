import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { MainKeyError, type MainKeys } from './main-key.ts'

/** Layout of an object: prefix (7 bytes), then chunks of at most 64 KiB, each followed by its tag. */
export const PREFIX_BYTES = 7
export const CHUNK_BYTES = 64 * 1024
export const TAG_BYTES = 16
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12

/** The bytes of a stored object do not verify: flipped, cut, reordered or another object's. */
export class DamagedObjectError extends Error {
  constructor(key: string) {
    super(
      `Le fichier enregistré ${key} est abîmé ou a été modifié hors de l’application. Restaurez-le depuis une sauvegarde.`,
    )
    this.name = 'DamagedObjectError'
  }
}

export interface ChunkPosition {
  readonly objectKey: string
  readonly dataKey: Uint8Array
  readonly prefix: Uint8Array
  readonly index: number
  readonly last: boolean
}

/** prefix | counter | last flag: no chunk can be moved, and none removed from the end, without being noticed. */
function nonceOf(position: ChunkPosition): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.set(position.prefix, 0)
  nonce.writeUInt32BE(position.index, PREFIX_BYTES)
  nonce.writeUInt8(position.last ? 1 : 0, NONCE_BYTES - 1)
  return nonce
}

/** The pieces to write, in order; not joined, so that a large file leaves little garbage. */
export function sealChunk(position: ChunkPosition, plain: Uint8Array): readonly Uint8Array[] {
  const cipher = createCipheriv(ALGORITHM, position.dataKey, nonceOf(position))
  cipher.setAAD(Buffer.from(position.objectKey))
  return [cipher.update(plain), cipher.final(), cipher.getAuthTag()]
}

/** Throws DamagedObjectError when the chunk is not exactly what was written at this place of this object. */
export function openChunk(position: ChunkPosition, sealed: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv(ALGORITHM, position.dataKey, nonceOf(position))
    decipher.setAAD(Buffer.from(position.objectKey))
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES))
    decipher.final()
    return plain
  } catch {
    throw new DamagedObjectError(position.objectKey)
  }
}

/** Encrypts the key of one object under the current main key, bound to the object's name. */
export function wrapKey(
  keys: MainKeys,
  objectKey: string,
  dataKey: Uint8Array,
): { wrappedKey: string; keyId: string } {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, mainKey(keys, keys.current), nonce)
  cipher.setAAD(Buffer.from(`${keys.current}|${objectKey}`))
  const wrapped = Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  return { wrappedKey: wrapped.toString('base64'), keyId: keys.current }
}

/** Throws MainKeyError when the main key is not the one that wrapped this key. */
export function unwrapKey(
  keys: MainKeys,
  object: { key: string; wrappedKey: string; keyId: string },
): Buffer {
  const main = mainKey(keys, object.keyId)
  const wrapped = Buffer.from(object.wrappedKey, 'base64')
  try {
    const decipher = createDecipheriv(ALGORITHM, main, wrapped.subarray(0, NONCE_BYTES))
    decipher.setAAD(Buffer.from(`${object.keyId}|${object.key}`))
    decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES))
    return Buffer.concat([
      decipher.update(wrapped.subarray(NONCE_BYTES, wrapped.length - TAG_BYTES)),
      decipher.final(),
    ])
  } catch {
    throw new MainKeyError(
      'La clé principale n’ouvre pas ce fichier : la clé ou la référence enregistrée ne correspondent pas. Remettez en place la sauvegarde de la clé principale.',
    )
  }
}

function mainKey(keys: MainKeys, id: string): Uint8Array {
  const key = keys.keys.get(id)
  if (key !== undefined) return key
  throw new MainKeyError(
    `Ce fichier a été enregistré avec une autre clé principale (${id}), absente du fichier de clés. Remettez en place la sauvegarde qui la contient.`,
  )
}
