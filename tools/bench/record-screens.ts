import { type CallSql, recordEngine } from './recording.ts'
import type { UnderTest } from './under-test.ts'

export interface RecordedScreen {
  readonly name: string
  readonly calls: readonly CallSql[]
}

/** Asks for every screen once through the real application and keeps the statements it ran. Throws on a refusal. */
export async function recordScreens(under: UnderTest): Promise<RecordedScreen[]> {
  const recording = recordEngine(under.engine)
  const app = await under.createApplication(recording.engine)
  const recorded: RecordedScreen[] = []
  for (const { name, calls } of under.screens) {
    const sql: CallSql[] = []
    for (const { agent, method, path, body } of calls) {
      recording.take()
      const answer = await app.inject({
        method,
        url: path,
        headers: { cookie: under.cookies[agent] ?? '' },
        ...(body === null ? {} : { payload: body }),
      })
      if (answer.statusCode !== 200)
        throw new Error(`${name}: ${agent} ${path} ${answer.statusCode} ${answer.body}`)
      sql.push(recording.take())
    }
    recorded.push({ name, calls: sql })
  }
  await app.close()
  return recorded
}
