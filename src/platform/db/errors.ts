/** Fields of a PostgreSQL error that are safe to log. `detail` is left out: it quotes the values of the row. */
export interface DatabaseErrorFields {
  readonly message: string
  readonly code: string
  readonly constraint?: string | undefined
  readonly schema?: string | undefined
  readonly table?: string | undefined
  readonly column?: string | undefined
  readonly where?: string | undefined
}

/** A statement refused by PostgreSQL. Same class on both engines; `code` is the SQLSTATE. */
export class DatabaseError extends Error {
  readonly code: string
  readonly constraint: string | undefined
  readonly schema: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined
  readonly where: string | undefined

  constructor(fields: DatabaseErrorFields) {
    super(fields.message)
    this.name = 'DatabaseError'
    this.code = fields.code
    this.constraint = fields.constraint
    this.schema = fields.schema
    this.table = fields.table
    this.column = fields.column
    this.where = fields.where
  }
}

/** The engine itself is gone (worker dead, connection cut, closed). The outcome of a COMMIT in flight is unknown. */
export class EngineFailure extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'EngineFailure'
  }
}

/** No session was free in time: a transaction holds one for too long. */
export class EngineBusyError extends Error {
  constructor(waitedMs: number) {
    super(`no database session was free within ${waitedMs} ms`)
    this.name = 'EngineBusyError'
  }
}

/** A statement returned more rows or bytes than one answer may hold: page it. */
export class ResultTooLargeError extends Error {
  constructor(limit: string) {
    super(`a statement returned more than ${limit}: page it`)
    this.name = 'ResultTooLargeError'
  }
}

/** A transaction was opened inside another one: on a single connection it would wait for itself for ever. */
export class NestedTransactionError extends Error {
  constructor() {
    super(
      'a transaction is already open in this asynchronous context: pass its Tx instead of opening another',
    )
    this.name = 'NestedTransactionError'
  }
}

/** A Tx was used after its transaction ended (a promise was not awaited). */
export class TransactionEndedError extends Error {
  constructor() {
    super('this transaction has ended: await every statement before it returns')
    this.name = 'TransactionEndedError'
  }
}

const hasCode = (error: unknown, ...codes: string[]): error is DatabaseError =>
  error instanceof DatabaseError && codes.includes(error.code)

/** True when the statement broke the named unique or primary key constraint (any of them when no name is given). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return hasCode(error, '23505') && (constraint === undefined || error.constraint === constraint)
}

/** True when the statement broke the named foreign key (any of them when no name is given). */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return hasCode(error, '23503') && (constraint === undefined || error.constraint === constraint)
}

/** True when the statement broke the named check constraint (any of them when no name is given). */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return hasCode(error, '23514') && (constraint === undefined || error.constraint === constraint)
}

/** True when row level security or a missing grant refused the statement. */
export function isPermissionDenied(error: unknown): boolean {
  return hasCode(error, '42501')
}

/** True when the whole transaction may succeed if run again: deadlock or serialization failure. */
export function isRetryable(error: unknown): boolean {
  return hasCode(error, '40001', '40P01')
}

/**
 * True when the plan a session kept no longer fits: a column it gives changed type since. The statement is not at fault and
 * runs again once the plan is dropped. PostgreSQL has no code of its own for it.
 */
export function isStalePlan(error: unknown): boolean {
  return hasCode(error, '0A000') && /cached plan must not change result type/.test(error.message)
}

/** True when a lock was not obtained within the transaction's `lockTimeoutMs`. */
export function isLockTimeout(error: unknown): boolean {
  return hasCode(error, '55P03')
}
