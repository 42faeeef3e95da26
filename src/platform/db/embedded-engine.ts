import { Worker } from 'node:worker_threads'
import type {
  EmbeddedFaults,
  EmbeddedWorkerOptions,
  WorkerError,
  WorkerReply,
  WorkerRequest,
  WorkerStatistics,
} from './embedded-protocol.ts'
import type { Engine, Lease, QueryResult } from './engine.ts'
import { DatabaseError, EngineFailure, ResultTooLargeError } from './errors.ts'
import { createMaintenance } from './maintenance.ts'
import { createTurns } from './turns.ts'
import { formatValues, parseRows } from './values.ts'

export interface EmbeddedEngineOptions {
  /** data folder of PostgreSQL; null or absent: in memory */
  readonly folder?: string | null
  /** file holding the tar of a data folder to start from (in memory only) */
  readonly snapshot?: string | null
  /** false gives up the fsync: tests only */
  readonly durable?: boolean
  /** PostgreSQL settings over the defaults below */
  readonly settings?: Readonly<Record<string, string>>
  readonly acquireTimeoutMs?: number
  /** told once, when the worker dies by itself */
  readonly onFatal?: (error: EngineFailure) => void
  readonly faults?: EmbeddedFaults
}

export interface EmbeddedEngine extends Engine {
  readonly kind: 'embedded'
  /** The data folder as an uncompressed tar. Call it with no session lent. */
  dump(): Promise<Uint8Array>
  statistics(): Promise<WorkerStatistics>
  /** Durability tests only: loses unsynchronised blocks, then kills the process. */
  cutPower(): Promise<never>
}

// Small on purpose: the whole application must stay under 350 MB at rest.
const SETTINGS = {
  shared_buffers: '16MB',
  work_mem: '8MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '64MB',
  min_wal_size: '32MB',
  timezone: 'UTC',
  datestyle: 'ISO',
}

type Unnumbered<T> = T extends { id: number } ? Omit<T, 'id'> : never
type Reply = Exclude<WorkerReply, { kind: 'ready' | 'fatal' | 'notification' | 'error' }>

interface Pending {
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: Error) => void
}

function toError(error: WorkerError): Error {
  switch (error.kind) {
    case 'database':
      return new DatabaseError(error.fields)
    case 'too-large':
      return new ResultTooLargeError(error.limit)
    case 'failure':
      return new EngineFailure(error.message)
  }
}

/** `INSERT 0 3` → 3, `SELECT 50` → 50, `COMMIT` → 0. */
const countOf = (tag: string): number => Number(/(\d+)$/.exec(tag)?.[1] ?? 0)

/** The thread and its mailbox: numbered requests, one reply each, all rejected when the thread dies. */
function startWorker(options: EmbeddedWorkerOptions, onFatal: (error: EngineFailure) => void) {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: options,
    execArgv: [],
    stdout: false,
  })
  const pending = new Map<number, Pending>()
  const channels = new Map<string, Set<(payload: string) => void>>()
  const ready = Promise.withResolvers<void>()
  let failure: EngineFailure | null = null
  let closing = false
  let last = 0

  const fail = (message: string): void => {
    if (failure !== null) return
    failure = new EngineFailure(message)
    ready.reject(failure)
    for (const { reject } of pending.values()) reject(failure)
    pending.clear()
    if (!closing) onFatal(failure)
  }

  worker.on('message', (reply: WorkerReply) => {
    if (reply.kind === 'ready') return ready.resolve()
    if (reply.kind === 'fatal') return fail(`the embedded database stopped: ${reply.message}`)
    if (reply.kind === 'notification') {
      for (const callback of channels.get(reply.channel) ?? []) callback(reply.payload)
      return
    }
    const waiting = pending.get(reply.id)
    pending.delete(reply.id)
    if (reply.kind === 'error') waiting?.reject(toError(reply.error))
    else waiting?.resolve(reply)
  })
  // Only the message: the stack of this bundle quotes 20 kB of minified source.
  worker.on('error', (error) => fail(`the embedded database stopped: ${String(error.message).slice(0, 500)}`))
  worker.on('exit', (code) =>
    fail(closing ? 'the database is closed' : `the embedded database exited (${code})`),
  )

  return {
    ready: ready.promise,
    channels,
    async request(request: Unnumbered<WorkerRequest>): Promise<Reply> {
      if (failure !== null) throw failure
      last += 1
      const id = last
      const { promise, resolve, reject } = Promise.withResolvers<Reply>()
      pending.set(id, { resolve, reject })
      worker.postMessage({ ...request, id })
      return promise
    },
    async close(): Promise<void> {
      closing = true
      if (failure === null) await this.request({ kind: 'close' })
      await worker.terminate()
    },
  }
}

/**
 * PostgreSQL inside this process (PGlite), in a worker thread, on one connection lent fairly to one caller at a time.
 * Durable: a COMMIT answers once its data is synchronised. The caller holds the lock on the folder (`lock.ts`):
 * two engines on one folder lose rows in silence. Throws EngineFailure when the folder cannot be opened.
 */
export async function openEmbeddedEngine(options: EmbeddedEngineOptions = {}): Promise<EmbeddedEngine> {
  const folder = options.folder ?? null
  const worker = startWorker(
    {
      folder,
      snapshot: options.snapshot ?? null,
      durable: folder !== null && options.durable !== false,
      settings: { ...SETTINGS, ...options.settings },
      faults: options.faults ?? null,
    },
    options.onFatal ?? (() => undefined),
  )
  await worker.ready
  const turns = createTurns(options.acquireTimeoutMs ?? 30_000)
  const activity = { writes: 0 }

  const query = async <R>(text: string, values?: readonly unknown[]): Promise<QueryResult<R>> => {
    const reply = await worker.request({ kind: 'query', text, values: formatValues(values) })
    if (reply.kind !== 'answer') throw new EngineFailure('unexpected reply')
    const { fields, rows, tag } = reply.answer
    const command = tag.split(' ', 1)[0] ?? ''
    if (command !== 'SELECT') activity.writes += countOf(tag)
    // The one place where text becomes rows: R is what the caller's SQL says.
    return { rows: parseRows(fields, rows) as R[], rowCount: countOf(tag), command }
  }
  const exec = async (text: string): Promise<void> => {
    activity.writes += 1
    await worker.request({ kind: 'exec', text })
  }
  const statistics = async (): Promise<WorkerStatistics> => {
    const reply = await worker.request({ kind: 'statistics' })
    if (reply.kind !== 'statistics') throw new EngineFailure('unexpected reply')
    return reply.statistics
  }
  const acquire = async (): Promise<Lease> => {
    const release = await turns.take()
    return { query, exec, release: () => release() }
  }
  const maintenance = createMaintenance({ acquire, statistics, activity })

  return {
    kind: 'embedded',
    acquire,
    statistics,
    maintain: maintenance,
    async listen(channel, callback) {
      const callbacks = worker.channels.get(channel) ?? new Set()
      worker.channels.set(channel, callbacks)
      callbacks.add(callback)
      const lease = await acquire()
      try {
        await lease.query(`listen "${channel.replaceAll('"', '""')}"`)
      } finally {
        lease.release()
      }
      return async () => {
        callbacks.delete(callback)
      }
    },
    async dump() {
      const reply = await worker.request({ kind: 'dump' })
      if (reply.kind !== 'bytes') throw new EngineFailure('unexpected reply')
      return reply.bytes
    },
    async cutPower() {
      await worker.request({ kind: 'cut-power' })
      throw new EngineFailure('the power cut did not happen')
    },
    async close() {
      await turns.close()
      await worker.close()
    },
  }
}
