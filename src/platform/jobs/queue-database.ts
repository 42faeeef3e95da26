import type { Engine, QueryResult, Tx } from '../db/index.ts'
import { APPLICATION_ROLE, currentTransaction } from '../db/index.ts'

/** What the queue library asks of a database. */
export interface QueueDatabase {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  listen(
    channel: string,
    onNotification: (payload: string) => void,
    onReconnect: () => void,
  ): Promise<{ close(): Promise<void> }>
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** The library hands json parameters as objects. */
const toParameter = (value: unknown): unknown => (isPlainObject(value) ? JSON.stringify(value) : value)

const rowsOf = (results: readonly QueryResult<Record<string, unknown>>[]) => ({
  rows: results.flatMap((result) => result.rows),
})

/** The queue's statements inside a transaction of the application: they are committed or undone with it. */
export function inTransaction(tx: Tx): Pick<QueueDatabase, 'executeSql'> {
  return {
    async executeSql(text, values = []) {
      return rowsOf([await tx.query(text, values.map(toParameter))])
    },
  }
}

/** Statements of the queue itself, in a session of their own, as the application's role. */
async function executeApart(engine: Engine, text: string, values: readonly unknown[]) {
  const lease = await engine.acquire()
  let broken = true
  try {
    await lease.query(`select set_config('role', $1, false)`, [APPLICATION_ROLE])
    try {
      // Without parameters the library sends several statements at once, its own BEGIN and COMMIT among them.
      if (values.length === 0) return rowsOf(await lease.exec(text))
      return rowsOf([await lease.query(text, values.map(toParameter))])
    } catch (error) {
      await lease.exec('rollback')
      throw error
    } finally {
      await lease.query('reset role')
      broken = false
    }
  } finally {
    lease.release({ broken })
  }
}

/**
 * The database as the queue sees it: the transaction open in this asynchronous context when there is one, otherwise a
 * session of its own. Never a second session inside a transaction: on one connection that would wait for ever.
 */
export function createQueueDatabase(engine: Engine): QueueDatabase {
  return {
    async executeSql(text, values = []) {
      const tx = currentTransaction()
      return tx === null ? executeApart(engine, text, values) : inTransaction(tx).executeSql(text, values)
    },
    async listen(channel, onNotification, onReconnect) {
      const stop = await engine.listen(channel, onNotification)
      onReconnect()
      return { close: stop }
    },
  }
}
