import { type Engine, withSession } from './engine.ts'
import { openServerEngine } from './server-engine.ts'
import type { TestDatabase } from './testing.ts'
import { MIGRATOR, migratorUrl } from './testing-server.ts'

export interface EngineAsOwner {
  readonly engine: Engine
  close(): Promise<void>
}

/** The engine that migrates: the embedded database itself, or the migrating login of the test server. */
export async function engineAsOwner(test: TestDatabase): Promise<EngineAsOwner> {
  if (test.engineKind === 'embedded') return { engine: test.engine, close: async () => undefined }
  const { rows } = await withSession(test.engine, (session) =>
    session.query<{ name: string }>('select current_database()::text as name'),
  )
  const engine = await openServerEngine({ url: await migratorUrl(rows[0]?.name ?? MIGRATOR), poolSize: 3 })
  return { engine, close: () => engine.close() }
}
