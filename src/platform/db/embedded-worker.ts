// Runs in a worker thread: PostgreSQL computes here, the main event loop stays free.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, protocol } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { DurableNodeFS } from './durable-fs.ts'
import type {
  EmbeddedWorkerOptions,
  WorkerAnswer,
  WorkerError,
  WorkerReply,
  WorkerRequest,
} from './embedded-protocol.ts'
import { MAX_BYTES, MAX_ROWS } from './engine.ts'
import { DatabaseError, isStalePlan } from './errors.ts'
import { PowerCutNodeFS } from './power-cut-fs.ts'
import { createStatementNames } from './prepared.ts'
import type { Cell } from './values.ts'

const port = parentPort
if (port === null) throw new Error('this file runs in a worker thread')
const options: EmbeddedWorkerOptions = workerData
const { serialize } = protocol
const { CommandCompleteMessage, DataRowMessage, RowDescriptionMessage } = protocol.messages
type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>

const reply = (message: WorkerReply): void => port.postMessage(message)
const describe = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500)

/** Says why, then ends the thread: a database in an unknown state answers nothing more. */
function die(message: string): never {
  reply({ kind: 'fatal', message })
  process.exit(1)
}
process.on('uncaughtException', (error) => die(describe(error)))
process.on('unhandledRejection', (error) => die(describe(error)))

function openFileSystem(): DurableNodeFS | null {
  if (options.folder === null) return null
  return options.faults?.powerCut === true
    ? new PowerCutNodeFS(options.folder, { honourFsync: options.durable })
    : new DurableNodeFS(options.folder, { failFsyncAfter: options.faults?.failFsyncAfter })
}

const fs = openFileSystem()

const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  // fdatasync does nothing in this build: only fsync reaches the disk.
  ...(options.durable ? ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'] : ['-F']),
  ...Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

const pg = await PGlite.create({
  ...(fs === null ? {} : { fs }),
  ...(options.snapshot === null ? {} : { loadDataDir: new Blob([readFileSync(options.snapshot)]) }),
  extensions: { pg_trgm, unaccent },
  startParams,
})

/** PGlite swallows what is not a database error (an abort, a panic) and answers nothing: end the thread instead. */
function refuseToSurvivePanic(): void {
  const module: { _PostgresMainLoopOnce: () => void } = pg.Module
  const once = module._PostgresMainLoopOnce
  module._PostgresMainLoopOnce = () => {
    try {
      once.call(module)
    } catch (error) {
      const isLongJump =
        typeof error === 'object' && error !== null && 'status' in error && error.status === 100
      if (!isLongJump) die(describe(error))
      throw error
    }
  }
}
refuseToSurvivePanic()

/** One answer per statement: a simple query holds several. */
function toAnswers(messages: Messages): WorkerAnswer[] {
  const answers: WorkerAnswer[] = []
  let fields: WorkerAnswer['fields'] = []
  let rows: Cell[][] = []
  for (const message of messages) {
    if (message instanceof DataRowMessage) rows.push(message.fields)
    else if (message instanceof RowDescriptionMessage) {
      fields = message.fields.map((field) => ({ name: field.name, oid: field.dataTypeID }))
    } else if (message instanceof CommandCompleteMessage || message.name === 'emptyQuery') {
      answers.push({ fields, rows, tag: message instanceof CommandCompleteMessage ? message.text : '' })
      fields = []
      rows = []
    }
  }
  // A COMMIT without an answer is not a COMMIT.
  if (answers.length === 0) die('the database gave no answer to a statement')
  return answers
}

function sizeProblem(messages: Messages): WorkerError | null {
  if (messages.some((message) => message.name === 'portalSuspended')) {
    return { kind: 'too-large', limit: `${MAX_ROWS} rows` }
  }
  const bytes = messages.reduce((sum, message) => sum + message.length, 0)
  return bytes > MAX_BYTES ? { kind: 'too-large', limit: `${MAX_BYTES} bytes` } : null
}

function toError(error: unknown): WorkerError {
  if (error instanceof protocol.messages.DatabaseError) {
    const { message, code, constraint, schema, table, column, where } = error
    const fields = { message, code: code ?? 'XX000', constraint, schema, table, column, where }
    if (isStalePlan(new DatabaseError(fields))) hasStalePlans = true
    return { kind: 'database', fields }
  }
  return { kind: 'failure', message: describe(error) }
}

let nameOf = createStatementNames()
/** names whose statement the database has kept */
const kept = new Set<string>()
/** a plan no longer fitted its tables: the others may not either */
let hasStalePlans = false

/** Between two transactions only: a failed one refuses every statement. */
async function dropStalePlans(): Promise<void> {
  if (!hasStalePlans) return
  await pg.execProtocolStream(serialize.query('deallocate all'), { syncToFs: false })
  kept.clear()
  nameOf = createStatementNames()
  hasStalePlans = false
}

/** Keeps the plan of a statement that comes back, by itself: one that is refused leaves no name behind. */
async function keep(text: string): Promise<string> {
  const name = nameOf(text)
  if (name === null || kept.has(name)) return name ?? ''
  const packet = Buffer.concat([serialize.parse({ name, text }), serialize.sync()])
  await pg.execProtocolStream(packet, { syncToFs: false })
  kept.add(name)
  return name
}

async function packetOf(request: WorkerRequest & { kind: 'query' | 'exec' }): Promise<Uint8Array> {
  if (request.kind === 'exec') return serialize.query(request.text)
  const statement = await keep(request.text)
  return Buffer.concat([
    ...(statement === '' ? [serialize.parse({ text: request.text })] : []),
    serialize.bind({ statement, values: [...request.values] }),
    serialize.describe({ type: 'P' }),
    // One more than allowed: the portal is suspended, not run to its end, when the answer is too long.
    serialize.execute({ rows: MAX_ROWS + 1 }),
    serialize.sync(),
  ])
}

async function run(request: WorkerRequest & { kind: 'query' | 'exec' }): Promise<void> {
  if (request.kind === 'query' && request.after !== null) {
    await dropStalePlans()
    await pg.execProtocolStream(serialize.query(request.after), { syncToFs: false })
  }
  const messages = await pg.execProtocolStream(await packetOf(request), { syncToFs: false })
  const problem = sizeProblem(messages)
  if (problem !== null) reply({ kind: 'error', id: request.id, error: problem })
  else reply({ kind: 'answers', id: request.id, answers: toAnswers(messages) })
}

async function handle(request: WorkerRequest): Promise<void> {
  const { id } = request
  switch (request.kind) {
    case 'query':
    case 'exec':
      return run(request)
    case 'dump': {
      const blob = await pg.dumpDataDir('none')
      return reply({ kind: 'bytes', id, bytes: new Uint8Array(await blob.arrayBuffer()) })
    }
    case 'statistics':
      return reply({
        kind: 'statistics',
        id,
        statistics: { ...(fs?.counters ?? { fsyncs: 0, walBytes: 0 }) },
      })
    case 'cut-power': {
      if (!(fs instanceof PowerCutNodeFS)) throw new Error('this database was not opened to be cut')
      fs.cutPower()
      process.kill(process.pid, 'SIGKILL')
      return
    }
    case 'close': {
      await pg.close()
      reply({ kind: 'answers', id, answers: [] })
      port?.close()
    }
  }
}

pg.onNotification((channel, payload) => reply({ kind: 'notification', channel, payload }))

// One request at a time, in order: PGlite has one connection.
let tail: Promise<void> = Promise.resolve()
port.on('message', (request: WorkerRequest) => {
  tail = tail.then(async () => {
    try {
      await handle(request)
    } catch (error) {
      reply({ kind: 'error', id: request.id, error: toError(error) })
    }
  })
})
reply({ kind: 'ready' })
