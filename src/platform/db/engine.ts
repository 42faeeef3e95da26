/** Which PostgreSQL answers: the one inside this process (PGlite), or a server. */
export type EngineKind = 'embedded' | 'server'

export interface QueryResult<R> {
  rows: R[]
  /** rows returned or touched, 0 for a statement that counts none */
  rowCount: number
  /** first word of the command tag: SELECT, INSERT, COMMIT… */
  command: string
}

/** One connection to the database. Statements run in the order they are asked. */
export interface Session {
  /**
   * One statement, extended protocol. Throws `DatabaseError`, or `ResultTooLargeError` above `MAX_ROWS`. `after`: statements
   * without parameters to run just before, in the same trip where the engine can; when they fail, it is not run.
   */
  query<R = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    options?: { readonly after?: string | null },
  ): Promise<QueryResult<R>>
  /**
   * Several statements separated by `;`, no parameters: one implicit transaction, so `vacuum` cannot be
   * among them. One result per statement.
   */
  exec(text: string): Promise<QueryResult<Record<string, unknown>>[]>
}

/** A session lent to one caller until `release()`. `release({ broken: true })` throws the connection away. */
export interface Lease extends Session {
  release(options?: { broken?: boolean }): void
}

export interface Engine {
  readonly kind: EngineKind
  /** Waits in a fair queue. Rejects with `EngineBusyError` after the engine's `acquireTimeoutMs`. */
  acquire(): Promise<Lease>
  /** Calls back on each NOTIFY of the channel. Returns the function that stops listening. */
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>
  /** What a server does alone and an embedded database does not: checkpoint, vacuum. Call it every minute. */
  maintain(now: Date): Promise<MaintenanceReport>
  close(): Promise<void>
}

export interface MaintenanceReport {
  readonly checkpoint: boolean
  readonly vacuum: boolean
}

/** Rows one statement may return. A longer answer is a bug (an unpaged list) and would swell the process for ever. */
export const MAX_ROWS = 20_000

/** Bytes one statement may return on the embedded engine, whose memory never shrinks. */
export const MAX_BYTES = 64 * 1024 * 1024

/** Borrows a session for the time of `fn`; a connection on which the engine failed is not given back to the pool. */
export async function withSession<T>(engine: Engine, fn: (session: Session) => Promise<T>): Promise<T> {
  const lease = await engine.acquire()
  try {
    return await fn(lease)
  } finally {
    lease.release()
  }
}
