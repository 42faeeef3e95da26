import { AsyncLocalStorage } from 'node:async_hooks'
import type { Brand } from '../brand.ts'
import type { Engine, EngineKind, Lease, QueryResult } from './engine.ts'
import {
  EngineFailure,
  isRetryable,
  isStalePlan,
  NestedTransactionError,
  TransactionEndedError,
} from './errors.ts'

interface TransactionScope {
  /** One statement on this transaction's only session. Throws TransactionEndedError after its end. */
  query<R = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<QueryResult<R>>
}

/** An open transaction: the only way to the database. It never outlives the function it was given to. */
export type Tx = Brand<TransactionScope, 'Tx'>

export type TransactionMode = 'read' | 'write'

export interface TransactionOptions {
  readonly mode: TransactionMode
  /** PostgreSQL role the statements run as, for this transaction only */
  readonly role: string
  /** settings read by row level security (`app.actor`…), for this transaction only */
  readonly settings: Readonly<Record<string, string>>
  /** gives up waiting for a row lock after this long (server only: one connection never waits) */
  readonly lockTimeoutMs?: number
  /** gives up a statement after this long (server only: the embedded database cannot cancel) */
  readonly statementTimeoutMs?: number
  /** run `fn` again, three times at most, after a deadlock or serialization failure: `fn` does nothing but SQL */
  readonly retry?: boolean
}

export interface Database {
  readonly engineKind: EngineKind
  /**
   * Runs `fn` in one transaction: committed when it resolves, rolled back when it throws. Nesting throws
   * NestedTransactionError at once. EngineFailure on commit means the outcome is unknown.
   */
  transaction<T>(options: TransactionOptions, fn: (tx: Tx) => Promise<T>): Promise<T>
}

interface State {
  readonly tx: Tx
  /** the statement the transaction opened with, null as long as none was asked */
  first: Promise<unknown> | null
  statements: number
  failed: boolean
  ended: boolean
}

const current = new AsyncLocalStorage<State>()
const states = new WeakMap<object, State>()

/** A transaction opens with its first statement, in the same trip; the next ones wait until it has succeeded. */
function openScope(lease: Lease, opening: string): State {
  const scope: TransactionScope = {
    query<R>(text: string, values?: readonly unknown[]) {
      if (state.ended) return Promise.reject(new TransactionEndedError())
      state.statements += 1
      const asked =
        state.first === null
          ? lease.query<R>(text, values, { after: opening })
          : state.first.then(() => {
              if (state.ended) throw new TransactionEndedError()
              return lease.query<R>(text, values)
            })
      state.first ??= asked
      asked.catch(() => {
        state.failed = true
      })
      return asked
    },
  }
  const state: State = { tx: scope as Tx, first: null, statements: 0, failed: false, ended: false }
  states.set(scope, state)
  return state
}

/** Statements this transaction has run so far, `begin` and settings not counted. */
export const statementCount = (tx: Tx): number => states.get(tx)?.statements ?? 0

/** The transaction open in this asynchronous context, or null. */
export function currentTransaction(): Tx | null {
  const state = current.getStore()
  return state === undefined || state.ended ? null : state.tx
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * `begin` and the settings in one text: three transactions a request make it count. Written as literals, which
 * `standard_conforming_strings` (always on here) makes exact once the apostrophes are doubled.
 */
function openingOf(options: TransactionOptions): string {
  const settings: [string, string][] = [['role', options.role], ...Object.entries(options.settings)]
  if (options.lockTimeoutMs !== undefined) settings.push(['lock_timeout', `${options.lockTimeoutMs}ms`])
  if (options.statementTimeoutMs !== undefined) {
    settings.push(['statement_timeout', `${options.statementTimeoutMs}ms`])
  }
  const calls = settings.map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`)
  return `${options.mode === 'read' ? 'begin read only' : 'begin'}; select ${calls.join(', ')}`
}

const rolledBack = (): EngineFailure =>
  new EngineFailure('the transaction was rolled back: a statement had failed')

/** Gives the session back once its transaction is over; one on which even that failed is thrown away. */
async function end(lease: Lease, statement: 'commit' | 'rollback'): Promise<string> {
  let broken = true
  try {
    const { command } = await lease.query(statement)
    broken = false
    return command
  } finally {
    lease.release({ broken })
  }
}

/** How far an attempt had gone when it failed. */
interface Progress {
  statements: number
}

async function attempt<T>(
  engine: Engine,
  options: TransactionOptions,
  fn: (tx: Tx) => Promise<T>,
  progress: Progress,
): Promise<T> {
  const lease = await engine.acquire()
  const state = openScope(lease, openingOf(options))
  let value: T
  try {
    value = await current.run(state, () => fn(state.tx))
    state.ended = true
    // Its error was swallowed: whatever came after it was not asked.
    if ((await state.first?.catch(() => null)) === null) throw rolledBack()
  } catch (error) {
    state.ended = true
    progress.statements = state.statements
    // The first error is the one to tell; a rollback that fails too means a dead session.
    await end(lease, 'rollback').catch(() => undefined)
    throw error
  }
  if (state.first === null) {
    lease.release()
    return value
  }
  const ended = end(lease, 'commit')
  // What was only read is known already: its end has nothing to say to who asked.
  if (options.mode === 'read' && !state.failed) {
    ended.catch(() => undefined)
    return value
  }
  // A statement failed and its error was swallowed: PostgreSQL answers COMMIT by a rollback.
  if ((await ended) !== 'COMMIT') throw rolledBack()
  return value
}

/** Runs again what a concurrent transaction made fail, `retries` times at most. */
async function withRetries<T>(retries: number, run: () => Promise<T>): Promise<T> {
  for (let remaining = retries; remaining > 0; remaining -= 1) {
    try {
      return await run()
    } catch (error) {
      if (!isRetryable(error)) throw error
    }
  }
  return run()
}

/**
 * Runs once more what met a plan older than its tables: all of it was rolled back, and the engine has dropped the plans.
 * A write that may not run twice is left alone once a statement of it had succeeded.
 */
async function withFreshPlans<T>(
  options: TransactionOptions,
  run: (progress: Progress) => Promise<T>,
): Promise<T> {
  const progress: Progress = { statements: 0 }
  try {
    return await run(progress)
  } catch (error) {
    const mayRunAgain = options.mode === 'read' || options.retry === true || progress.statements <= 1
    if (!isStalePlan(error) || !mayRunAgain) throw error
    return run({ statements: 0 })
  }
}

/** The database as the application sees it: transactions and nothing else. */
export function createDatabase(engine: Engine): Database {
  return {
    engineKind: engine.kind,
    async transaction(options, fn) {
      if (currentTransaction() !== null) throw new NestedTransactionError()
      return withRetries(options.retry === true ? 3 : 0, () =>
        withFreshPlans(options, (progress) => attempt(engine, options, fn, progress)),
      )
    },
  }
}
