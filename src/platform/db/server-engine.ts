import { availableParallelism } from 'node:os'
import pg from 'pg'
import type { Engine, Lease, QueryResult, Session } from './engine.ts'
import { MAX_ROWS } from './engine.ts'
import { DatabaseError, EngineBusyError, EngineFailure, isStalePlan, ResultTooLargeError } from './errors.ts'
import { createLanes } from './lanes.ts'
import { createStatementNames } from './prepared.ts'
import { formatValues, parserOf } from './values.ts'

export interface ServerEngineOptions {
  /** `postgres://login:secret@host:port/database` */
  readonly url: string
  readonly poolSize?: number
  /** transactions of the usual length at once; one more than the cores of this machine, at least 3, unless told */
  readonly lanes?: number
  readonly acquireTimeoutMs?: number
  /** told when an idle connection is lost; the pool replaces it */
  readonly onConnectionLost?: (error: EngineFailure) => void
}

/** Class 57P: the server ends the connection. The statement is not at fault. */
const isShutdown = (code: string | undefined): boolean => code?.startsWith('57P') === true

function toError(error: unknown): Error {
  if (error instanceof pg.DatabaseError && !isShutdown(error.code)) {
    const { message, code, constraint, schema, table, column, where } = error
    return new DatabaseError({ message, code: code ?? 'XX000', constraint, schema, table, column, where })
  }
  return new EngineFailure(error instanceof Error ? error.message : String(error))
}

type StatementNames = ReturnType<typeof createStatementNames>

/**
 * Plans live as long as the connection, whoever borrows it. One that no longer fits its tables (a migration went by) means that
 * those of every connection opened before may not: such connections are thrown away rather than lent.
 */
function createPlans() {
  const known = new WeakMap<pg.ClientBase, { readonly names: StatementNames; readonly age: number }>()
  let age = 0
  const of = (client: pg.ClientBase) => {
    const plans = known.get(client) ?? { names: createStatementNames(), age }
    known.set(client, plans)
    return plans
  }
  return {
    namesOf: (client: pg.ClientBase): StatementNames => of(client).names,
    isStale: (client: pg.ClientBase): boolean => of(client).age < age,
    forget(): void {
      age += 1
    },
  }
}
type Plans = ReturnType<typeof createPlans>

/** A session on one connection of node-postgres. Parameters and results go through the same table as PGlite's. */
function sessionOf(client: pg.ClientBase, plans: Plans): Session {
  const nameOf = plans.namesOf(client)
  const send = (text: string) =>
    client.query(text).catch((error: unknown) => {
      throw toError(error)
    })
  return {
    async query<R>(
      text: string,
      values?: readonly unknown[],
      { after = null }: { readonly after?: string | null } = {},
    ): Promise<QueryResult<R>> {
      if (after !== null) await send(after)
      const name = nameOf(text)
      const config: pg.QueryConfig & { queryMode: string } = {
        text,
        ...(name === null ? {} : { name }),
        values: formatValues(values),
        // Same refusal of several statements as the embedded engine, parameters or not.
        queryMode: 'extended',
      }
      const result = await client.query<R & pg.QueryResultRow>(config).catch((error: unknown) => {
        const refusal = toError(error)
        if (isStalePlan(refusal)) plans.forget()
        throw refusal
      })
      if (result.rows.length > MAX_ROWS) throw new ResultTooLargeError(`${MAX_ROWS} rows`)
      return { rows: result.rows, rowCount: result.rowCount ?? 0, command: result.command ?? '' }
    },
    async exec(text) {
      const results = await send(text)
      return [results].flat().map((result) => ({
        rows: result.rows,
        rowCount: result.rowCount ?? 0,
        command: result.command ?? '',
      }))
    },
  }
}

const TYPES = { getTypeParser: (oid: number) => parserOf(oid) }
const SESSION_SETTINGS =
  '-c timezone=UTC -c datestyle=ISO -c bytea_output=hex -c standard_conforming_strings=on'

const connectionOptions = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'porte-voix',
  options: SESSION_SETTINGS,
  types: TYPES,
})

/** A connection opened anew plans everything again, ten times what running costs: those of a working day are kept. */
const IDLE_MS = 30 * 60_000
/** Left to the system, the first probe comes after two hours: a firewall has long forgotten the connection by then. */
const FIRST_PROBE_MS = 60_000
/** Longer than a page, much shorter than an export. */
const LONG_TRANSACTION_MS = 250

/** A pool of connections to a PostgreSQL server (15 or later). Throws EngineFailure when the server cannot be reached. */
export async function openServerEngine(options: ServerEngineOptions): Promise<Engine> {
  const acquireTimeoutMs = options.acquireTimeoutMs ?? 30_000
  const pool = new pg.Pool({
    ...connectionOptions(options.url),
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: acquireTimeoutMs,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: FIRST_PROBE_MS,
  })
  const onLost = (error: Error): void => options.onConnectionLost?.(new EngineFailure(error.message))
  pool.on('error', onLost)
  // A lent connection has no other listener: without this one, a server that restarts would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))

  const plans = createPlans()
  const lanes = createLanes({
    lanes: options.lanes ?? Math.max(3, availableParallelism() + 1),
    longMs: LONG_TRANSACTION_MS,
  })
  const connect = (): Promise<pg.PoolClient> =>
    pool.connect().catch((error: unknown) => {
      const failure = toError(error)
      throw /timeout exceeded when trying to connect/.test(failure.message)
        ? new EngineBusyError(acquireTimeoutMs)
        : failure
    })
  const connectFresh = async (): Promise<pg.PoolClient> => {
    let client = await connect()
    while (plans.isStale(client)) {
      client.release(true)
      client = await connect()
    }
    return client
  }
  const acquire = async (): Promise<Lease> => {
    const leave = await lanes.enter()
    const client = await connectFresh().catch((error: unknown) => {
      leave()
      throw error
    })
    let released = false
    return {
      ...sessionOf(client, plans),
      release({ broken = false } = {}) {
        if (released) return
        released = true
        client.release(broken)
        leave()
      },
    }
  }
  try {
    const lease = await acquire()
    lease.release()
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    kind: 'server',
    acquire,
    // A server checkpoints and vacuums by itself.
    maintain: async () => ({ checkpoint: false, vacuum: false }),
    async listen(channel, callback) {
      const client = new pg.Client(connectionOptions(options.url))
      client.on('error', onLost)
      client.on('notification', (message) => {
        if (message.channel === channel) callback(message.payload ?? '')
      })
      await client.connect()
      await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      return () => client.end()
    },
    close: () => pool.end(),
  }
}
