import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Mailbox, startWorker } from './embedded-mailbox.ts'
import type {
  EmbeddedFaults,
  EmbeddedWorkerOptions,
  WorkerAnswer,
  WorkerStatistics,
} from './embedded-protocol.ts'
import type { Engine, Lease, QueryResult } from './engine.ts'
import { EngineFailure } from './errors.ts'
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

type Statement = Parameters<Mailbox['request']>[0] & { kind: 'query' | 'exec' }

/** `INSERT 0 3` → 3, `SELECT 50` → 50, `COMMIT` → 0. */
const countOf = (tag: string): number => Number(/(\d+)$/.exec(tag)?.[1] ?? 0)

/** A folder without a database gets one, made by a process apart under a name that says it is not finished. */
async function createFolder(folder: string): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new EngineFailure(`${folder} holds something else than a database`)
  }
  const draft = `${folder}.en-creation`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const program = fileURLToPath(new URL('embedded-create.ts', import.meta.url))
  try {
    await promisify(execFile)(process.execPath, [program, draft])
  } catch {
    throw new EngineFailure(`the embedded database could not be created in ${folder}`)
  }
  renameSync(draft, folder)
}

/**
 * PostgreSQL inside this process (PGlite), in a worker thread, on one connection lent fairly to one caller at a time.
 * Durable: a COMMIT answers once its data is synchronised. The caller holds the lock on the folder (`lock.ts`):
 * two engines on one folder lose rows in silence. Throws EngineFailure when the folder cannot be opened.
 */
export async function openEmbeddedEngine(options: EmbeddedEngineOptions = {}): Promise<EmbeddedEngine> {
  const folder = options.folder ?? null
  const workerOptions: EmbeddedWorkerOptions = {
    folder,
    snapshot: options.snapshot ?? null,
    durable: folder !== null && options.durable !== false,
    settings: { ...SETTINGS, ...options.settings },
    faults: options.faults ?? null,
  }
  if (folder !== null && !existsSync(join(folder, 'PG_VERSION'))) await createFolder(folder)
  const worker = startWorker(workerOptions, options.onFatal ?? (() => undefined))
  await worker.ready
  const turns = createTurns(options.acquireTimeoutMs ?? 30_000)
  const activity = { writes: 0 }

  const toResult = <R>({ fields, rows, tag }: WorkerAnswer): QueryResult<R> => {
    const command = tag.split(' ', 1)[0] ?? ''
    if (command !== 'SELECT') activity.writes += countOf(tag)
    // The one place where text becomes rows: R is what the caller's SQL says.
    return { rows: parseRows(fields, rows) as R[], rowCount: countOf(tag), command }
  }
  const ask = async (request: Statement): Promise<readonly WorkerAnswer[]> => {
    const reply = await worker.request(request)
    if (reply.kind !== 'answers') throw new EngineFailure('unexpected reply')
    return reply.answers
  }
  const query: Lease['query'] = async (text, values, { after = null } = {}) => {
    const [answer] = await ask({ kind: 'query', text, values: formatValues(values), after })
    if (answer === undefined) throw new EngineFailure('a statement had no answer')
    return toResult(answer)
  }
  const exec = async (text: string): Promise<QueryResult<Record<string, unknown>>[]> => {
    activity.writes += 1
    return (await ask({ kind: 'exec', text })).map((answer) => toResult(answer))
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
