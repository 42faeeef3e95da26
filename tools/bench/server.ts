// Run as a child process: the application over a seeded database, listening on the loopback. The load comes from elsewhere.
import { withSession } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { type Ask, measureAlone, measureTogether } from './load.ts'
import type { Order, Reply, ServerOptions, SqlScope } from './protocol.ts'
import { type RecordedScreen, recordScreens } from './record-screens.ts'
import type { Statement } from './recording.ts'
import { openUnderTest, type UnderTest } from './under-test.ts'

const reply = (message: Reply): void => {
  process.send?.(message)
}

/** A journal entry is written once: played again, it takes an identifier of its own. */
const valuesOf = ({ text, values }: Statement): readonly unknown[] =>
  text.includes('journal.inscrire(') ? [uuidv7(Date.now()), ...values.slice(1)] : values

/** The same statements as the page, straight on the pool: no HTTP, no validation, no JSON. */
function sqlAsk(under: UnderTest, recorded: readonly RecordedScreen[], scope: SqlScope): Ask {
  return async (screen, call) => {
    for (const transaction of recorded[screen]?.calls[call]?.[scope] ?? []) {
      await withSession(under.engine, async (session) => {
        for (const statement of transaction) {
          if (statement.several) await session.exec(statement.text)
          else await session.query(statement.text, valuesOf(statement))
        }
      })
    }
  }
}

async function serve({ target }: ServerOptions): Promise<void> {
  const under = await openUnderTest(target)
  const recorded = await recordScreens(under)
  const sizes = under.screens.map(({ calls }) => calls.length)
  const app = await under.createApplication(under.engine)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })

  const obey = async (order: Order): Promise<void> => {
    switch (order.kind) {
      case 'sql-alone': {
        const latencies = await measureAlone(sizes, order.rounds, sqlAsk(under, recorded, order.scope))
        return reply({ kind: 'latencies', latencies })
      }
      case 'sql-together': {
        const latencies = await measureTogether(sizes, order.options, sqlAsk(under, recorded, order.scope))
        return reply({ kind: 'latencies', latencies })
      }
      case 'stop':
        await app.close()
        await under.close()
        process.disconnect()
    }
  }
  process.on('message', (order: Order) => {
    obey(order).catch(fail)
  })
  reply({ kind: 'ready', ready: { url, screens: under.screens, cookies: under.cookies } })
}

function fail(error: unknown): void {
  reply({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}

const options: ServerOptions = JSON.parse(process.argv[2] ?? '{}')
serve(options).catch(fail)
