import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { DurableNodeFS, type NodeStream, type NodeStreamOps } from './durable-fs.ts'

const BLOCK = 8192

/** What an unsynchronised block held before it was overwritten. */
interface Before {
  readonly bytes: Buffer
  readonly size: number
}

/**
 * A disk that may forget. Each 8 kB block written and not yet synchronised keeps its former content; `cutPower` puts
 * half of them back at random. Only the durability tests open a database on it. Limits: data blocks only (no rename,
 * no directory entry), and the cut falls between two statements.
 */
export class PowerCutNodeFS extends DurableNodeFS {
  readonly #pending = new Map<string, Map<number, Before>>()
  readonly #folder: string
  readonly #honourFsync: boolean

  constructor(folder: string, { honourFsync }: { honourFsync: boolean }) {
    super(folder)
    this.#folder = folder
    this.#honourFsync = honourFsync
  }

  protected override hook(ops: NodeStreamOps): void {
    const write = ops.write
    ops.write = (stream, buffer, offset, length, position) => {
      this.#remember(stream, position, length)
      return write.call(ops, stream, buffer, offset, length, position)
    }
    super.hook(ops)
    const fsync = ops.fsync
    ops.fsync = (stream) => {
      const result = fsync?.call(ops, stream) ?? 0
      if (this.#honourFsync) this.#pending.delete(this.#real(stream))
      return result
    }
  }

  #real(stream: NodeStream): string {
    return (stream.path ?? '').replace('/pglite/data', this.#folder)
  }

  #remember(stream: NodeStream, position: number, length: number): void {
    const path = this.#real(stream)
    const blocks = this.#pending.get(path) ?? new Map<number, Before>()
    this.#pending.set(path, blocks)
    const fd = openSync(path, 'r')
    try {
      const { size } = fstatSync(fd)
      for (let block = Math.floor(position / BLOCK); block * BLOCK < position + length; block += 1) {
        if (blocks.has(block)) continue
        const bytes = Buffer.alloc(BLOCK)
        const read = readSync(fd, bytes, 0, BLOCK, block * BLOCK)
        blocks.set(block, { bytes: bytes.subarray(0, read), size })
      }
    } finally {
      closeSync(fd)
    }
  }

  /** Puts back, each with probability one half, the blocks no fsync has covered. Returns how many went back. */
  cutPower(): number {
    let reverted = 0
    for (const [path, blocks] of this.#pending) reverted += revert(path, blocks)
    return reverted
  }
}

function openIfPresent(path: string): number | null {
  try {
    return openSync(path, 'r+')
  } catch {
    return null // removed since
  }
}

function revert(path: string, blocks: ReadonlyMap<number, Before>): number {
  const fd = openIfPresent(path)
  if (fd === null) return 0
  let reverted = 0
  for (const [block, before] of blocks) {
    if (Math.random() < 0.5) continue
    if (before.bytes.length > 0) writeSync(fd, before.bytes, 0, before.bytes.length, block * BLOCK)
    else if (fstatSync(fd).size <= (block + 1) * BLOCK)
      ftruncateSync(fd, Math.min(before.size, block * BLOCK))
    reverted += 1
  }
  closeSync(fd)
  return reverted
}
