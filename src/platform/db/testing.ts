import { describe } from 'vitest'
import type { Engine, EngineKind, Session } from './engine.ts'
import { withSession } from './engine.ts'
import { NestedTransactionError } from './errors.ts'
import { openEmbeddedTestEngine } from './testing-embedded.ts'
import { findServer, openServerTestEngines } from './testing-server.ts'
import { createDatabase, currentTransaction, type Database } from './transaction.ts'

export interface TestDatabase {
  readonly engineKind: EngineKind
  /** what the application sees: transactions as its own role, bound by row level security */
  readonly database: Database
  /** direct SQL as superuser: prepares and looks, outside row level security */
  readonly admin: Session
  /** the application's engine, for what sits beside the database (jobs) */
  readonly engine: Engine
  close(): Promise<void>
}

/** Refuses to wait for the session its own transaction holds. */
function adminOf(engine: Engine): Session {
  const guarded = <T>(fn: (session: Session) => Promise<T>): Promise<T> =>
    currentTransaction() === null ? withSession(engine, fn) : Promise.reject(new NestedTransactionError())
  return {
    query: (text, values) => guarded((session) => session.query(text, values)),
    exec: (text) => guarded((session) => session.exec(text)),
  }
}

const defaultEngine = (): EngineKind =>
  process.env['PORTE_VOIX_TEST_ENGINE'] === 'server' ? 'server' : 'embedded'

/**
 * A migrated database of one's own, empty of rows: one per test file, opened in `beforeAll`, closed in `afterAll`.
 * The engine is PORTE_VOIX_TEST_ENGINE (embedded by default) unless given.
 */
export async function testDatabase(kind: EngineKind = defaultEngine()): Promise<TestDatabase> {
  if (kind === 'embedded') {
    const engine = await openEmbeddedTestEngine()
    return {
      engineKind: kind,
      engine,
      database: createDatabase(engine),
      admin: adminOf(engine),
      close: () => engine.close(),
    }
  }
  const { application, admin, close } = await openServerTestEngines()
  return {
    engineKind: kind,
    engine: application,
    database: createDatabase(application),
    admin: adminOf(admin),
    close,
  }
}

/**
 * Declares the same suite for both engines. Without a PostgreSQL server on the machine the second is left out, which
 * the global set-up prints, and refuses under CI=true.
 */
export function describeOnEachEngine(title: string, suite: (kind: EngineKind) => void): void {
  const kinds: EngineKind[] = findServer() === null ? ['embedded'] : ['embedded', 'server']
  describe.each(kinds)(`${title} (%s)`, (kind) => suite(kind))
}
