import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** What we touch of Emscripten's NODEFS: an undocumented hook, hence the exact version of PGlite and its test. */
export interface NodeStream {
  readonly nfd?: number
  readonly path?: string
}
export interface NodeStreamOps {
  fsync?: (stream: NodeStream) => number
  write: (stream: NodeStream, buffer: Int8Array, offset: number, length: number, position: number) => number
}
interface EmscriptenModule {
  readonly NODEFS: { readonly stream_ops: NodeStreamOps }
}

export interface FsCounters {
  fsyncs: number
  walBytes: number
}

const EIO = 29

/**
 * PGlite on a real folder with a real fsync: its NODEFS has none, so PostgreSQL believes data is on disk when it is not.
 * A failed fsync answers EIO, on which PostgreSQL stops rather than acknowledge a commit.
 */
export class DurableNodeFS extends NodeFS {
  readonly counters: FsCounters = { fsyncs: 0, walBytes: 0 }
  readonly #failFsyncAfter: number

  constructor(folder: string, { failFsyncAfter }: { failFsyncAfter?: number | undefined } = {}) {
    super(folder)
    this.#failFsyncAfter = failFsyncAfter ?? Number.POSITIVE_INFINITY
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...args)
    const preRun: unknown[] = Array.isArray(result.emscriptenOpts.preRun) ? result.emscriptenOpts.preRun : []
    preRun.push((module: EmscriptenModule) => this.hook(module.NODEFS.stream_ops))
    return result
  }

  protected hook(ops: NodeStreamOps): void {
    const { counters } = this
    const write = ops.write
    ops.write = (stream, buffer, offset, length, position) => {
      const written = write.call(ops, stream, buffer, offset, length, position)
      if (stream.path?.includes('/pg_wal/') === true) counters.walBytes += written
      return written
    }
    ops.fsync = (stream) => {
      if (stream.nfd === undefined) return 0
      counters.fsyncs += 1
      if (counters.fsyncs > this.#failFsyncAfter) return EIO
      try {
        fsyncSync(stream.nfd)
        return 0
      } catch {
        return EIO
      }
    }
  }
}
