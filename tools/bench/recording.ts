import type { Engine, Lease } from '#platform/db/index.ts'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  /** several in one trip, without parameters: how a transaction opens */
  readonly several?: true
}

/** Every statement of one borrowing of a session, `begin`, settings and `commit` included. */
export type Recorded = readonly Statement[]

/** What one call of the application asks of the database. */
export interface CallSql {
  /** the page's own transaction, under row-level security */
  readonly page: readonly Recorded[]
  /** the same, with the session found before and the journal entry written after */
  readonly whole: readonly Recorded[]
}

export interface RecordingEngine {
  readonly engine: Engine
  /** what was run since the last `take` */
  take(): CallSql
}

const isAround = (recorded: Recorded): boolean =>
  recorded.some(({ text }) => /agents\.(?:trouver|prolonger)_session|journal\.inscrire/.test(text))

/** The same engine, which remembers what it was asked. One call at a time. */
export function recordEngine(inner: Engine): RecordingEngine {
  let borrowings: Recorded[] = []
  const acquire = async (): Promise<Lease> => {
    const lease = await inner.acquire()
    const statements: Statement[] = []
    return {
      query(text, values, options) {
        if (options?.after) statements.push({ text: options.after, values: [], several: true })
        statements.push({ text, values: values ?? [] })
        return lease.query(text, values, options)
      },
      exec(text) {
        statements.push({ text, values: [], several: true })
        return lease.exec(text)
      },
      release(options) {
        borrowings.push(statements)
        lease.release(options)
      },
    }
  }
  return {
    engine: { ...inner, acquire },
    take() {
      const whole = borrowings
      borrowings = []
      return { whole, page: whole.filter((recorded) => !isAround(recorded)) }
    },
  }
}
