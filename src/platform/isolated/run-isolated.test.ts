import { describe, expect, it } from 'vitest'
import { runIsolated } from './run-isolated.ts'

const ENTRY = new URL('./hostile-worker.testing.ts', import.meta.url)
const run = (behaviour: string, limits = {}) => runIsolated<string>(ENTRY, { behaviour }, limits)

describe('runIsolated', () => {
  it('returns the answer of the thread', async () => {
    expect(await run('work')).toEqual({ ok: true, value: 'work done' })
  })

  it.each([
    ['loop', 'timeout', { timeoutMs: 400 }],
    ['memory', 'memory', { memoryMb: 32, timeoutMs: 20_000 }],
    ['throw', 'crash', {}],
    ['exit', 'crash', {}],
  ])('a thread that does « %s » ends as %s', { timeout: 30_000 }, async (behaviour, reason, limits) => {
    expect(await run(behaviour, limits)).toMatchObject({ ok: false, reason })
  })

  it('still answers after more bad threads than it has places', async () => {
    const all = await Promise.all(['throw', 'exit', 'throw', 'exit', 'work'].map((b) => run(b)))
    expect(all.map((outcome) => outcome.ok)).toEqual([false, false, false, false, true])
  })
})
