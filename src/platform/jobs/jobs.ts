import { type Job, PgBoss } from 'pg-boss'
import type { Engine, Tx } from '../db/index.ts'
import { currentTransaction, NestedTransactionError } from '../db/index.ts'
import type { JobDefinition } from './job.ts'
import { createQueueDatabase, inTransaction } from './queue-database.ts'

export interface JobsOptions {
  readonly engine: Engine
  /** every job this application knows, sent or run */
  readonly jobs: readonly JobDefinition<never>[]
  /** IANA name, for the crons */
  readonly timeZone: string
  /** told of each failed attempt (with its job) and of trouble in the queue itself */
  readonly onError: (error: Error, job: string | null) => void
  /** false in a process that sends and runs nothing */
  readonly work?: boolean
}

export interface SendOptions {
  /** not before */
  readonly startAfter?: Date
  /** at most one waiting job of this name and key */
  readonly singletonKey?: string
}

export interface Jobs {
  /** Creates the queues, warms the cache, starts working. Call it outside any transaction, before serving. */
  start(): Promise<void>
  /**
   * Sends a job in the given transaction: it exists if and only if the transaction commits. Returns its identifier, or
   * null when `singletonKey` found one waiting.
   */
  send<Payload extends object>(
    tx: Tx,
    job: JobDefinition<Payload>,
    payload: Payload,
    options?: SendOptions,
  ): Promise<string | null>
  /** Lets the attempts in progress finish (30 s at most), then stops. */
  stop(): Promise<void>
}

const SCHEMA = 'jobs'
const POLLING_SECONDS = 5
const NO_JOB = '00000000-0000-0000-0000-000000000000'
const DEFAULT_RETRIES = 5
const DEFAULT_EXPIRY_SECONDS = 15 * 60

function createBoss(options: JobsOptions): PgBoss {
  const works = options.work !== false
  const boss = new PgBoss({
    db: createQueueDatabase(options.engine),
    backend: options.engine.kind === 'embedded' ? 'pglite' : 'postgres',
    schema: SCHEMA,
    // Tables come from our migrations: this login owns nothing.
    migrate: false,
    createSchema: false,
    supervise: works,
    schedule: works,
    useListenNotify: true,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => options.onError(error, null))
  return boss
}

async function createQueues(boss: PgBoss, jobs: JobsOptions['jobs']): Promise<void> {
  for (const job of jobs) {
    const settings = {
      retryLimit: job.retryLimit ?? DEFAULT_RETRIES,
      retryDelay: 10,
      retryBackoff: true,
      expireInSeconds: job.expireInSeconds ?? DEFAULT_EXPIRY_SECONDS,
      notify: true,
    }
    await boss.createQueue(job.name, settings)
    // Creation leaves an existing queue as it was.
    await boss.updateQueue(job.name, settings)
  }
}

async function schedule(boss: PgBoss, jobs: JobsOptions['jobs'], timeZone: string): Promise<void> {
  const known = new Set(jobs.filter((job) => job.cron !== undefined).map((job) => job.name))
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name)
  for (const job of jobs)
    if (job.cron !== undefined) await boss.schedule(job.name, job.cron, {}, { tz: timeZone })
}

/** Background jobs kept in the database, on both engines, through one queue per job. */
export function createJobs(options: JobsOptions): Jobs {
  const boss = createBoss(options)

  const runAll =
    (job: JobDefinition<never>) =>
    async (batch: Job<never>[]): Promise<void> => {
      for (const { id, data, signal } of batch) {
        try {
          await job.run(data, { id, signal })
        } catch (error) {
          options.onError(error instanceof Error ? error : new Error(String(error)), job.name)
          throw error
        }
      }
    }
  return {
    async start() {
      if (currentTransaction() !== null) throw new NestedTransactionError()
      await boss.start()
      await createQueues(boss, options.jobs)
      // Fills the cache of queues: a send then costs one statement, inside whatever transaction it is given.
      for (const job of options.jobs) await boss.findJobs(job.name, { id: NO_JOB })
      if (options.work === false) return
      await schedule(boss, options.jobs, options.timeZone)
      for (const job of options.jobs) {
        await boss.work<never>(
          job.name,
          { batchSize: 1, pollingIntervalSeconds: POLLING_SECONDS },
          runAll(job),
        )
      }
    },
    async send(tx, job, payload, { startAfter, singletonKey } = {}) {
      const db = inTransaction(tx)
      if (singletonKey !== undefined) {
        // One that runs already may have read too early: only one still waiting is enough. Two senders at once make two.
        const waiting = await boss.findJobs(job.name, { key: singletonKey, queued: true, db })
        if (waiting.length > 0) return null
      }
      return boss.send(job.name, payload, {
        db,
        ...(startAfter === undefined ? {} : { startAfter }),
        ...(singletonKey === undefined ? {} : { singletonKey }),
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 30_000 }),
  }
}
