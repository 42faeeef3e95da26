import type { Base } from './bases.ts'
import { startServer } from './client.ts'
import { type Latencies, measureAlone, measureTogether, type TogetherOptions } from './load.ts'

export interface ScreenFigures {
  readonly name: string
  readonly httpAlone: Latencies
  readonly pageAlone: Latencies
  readonly wholeAlone: Latencies
  readonly httpTogether: Latencies
  readonly pageTogether: Latencies
}

export interface MeasureOptions {
  /** rounds over the variants of each screen, one client */
  readonly rounds: number
  readonly together: TogetherOptions
  readonly log: (line: string) => void
}

/** Every screen over HTTP, then its bare SQL; one client, then ten agents. */
export async function measureScreens(base: Base, o: MeasureOptions): Promise<ScreenFigures[]> {
  const server = await startServer(base.target)
  try {
    const sizes = server.screens.map(({ calls }) => calls.length)
    o.log('  HTTP, un client')
    const httpAlone = await measureAlone(sizes, o.rounds, server.ask)
    o.log('  SQL nu, un client')
    const pageAlone = await server.measureSql({ kind: 'sql-alone', scope: 'page', rounds: o.rounds })
    const wholeAlone = await server.measureSql({ kind: 'sql-alone', scope: 'whole', rounds: o.rounds })
    o.log(`  HTTP, ${o.together.agents} agents`)
    const httpTogether = await measureTogether(sizes, o.together, server.ask)
    o.log(`  SQL nu, ${o.together.agents} agents`)
    const pageTogether = await server.measureSql({ kind: 'sql-together', scope: 'page', options: o.together })
    return server.screens.map(({ name }, i) => ({
      name,
      httpAlone: httpAlone[i] ?? [],
      pageAlone: pageAlone[i] ?? [],
      wholeAlone: wholeAlone[i] ?? [],
      httpTogether: httpTogether[i] ?? [],
      pageTogether: pageTogether[i] ?? [],
    }))
  } finally {
    await server.stop()
  }
}
