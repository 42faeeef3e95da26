import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { measureAlone, measureTogether, percentile } from './load.ts'
import { createWriter } from './narrative.ts'

describe('percentile', () => {
  it.each([
    [[1], 0.95, 1],
    [[4, 1, 3, 2], 0.5, 2],
    [Array.from({ length: 100 }, (_, i) => i + 1), 0.95, 95],
  ])('of %j at %d is %d', (latencies, share, expected) => {
    expect(percentile(latencies, share)).toBe(expected)
  })

  it('is not a number without a measure', () => {
    expect(percentile([], 0.5)).toBeNaN()
  })
})

describe('one client', () => {
  it('asks for every variant and leaves the first round out', async () => {
    const asked: string[] = []
    const [first, second] = await measureAlone([2, 1], 2, async (screen, call) => {
      asked.push(`${screen}${call}`)
    })
    expect(asked).toEqual(['00', '01', '00', '01', '00', '01', '10', '10', '10'])
    expect([first?.length, second?.length]).toEqual([4, 2])
  })
})

describe('several agents', () => {
  it('makes everyone who waits pay for a stall', async () => {
    // One at a time, and the first takes 400 ms: whoever was to ask meanwhile has waited since then.
    let turn: Promise<unknown> = sleep(400)
    const [latencies = []] = await measureTogether(
      [1],
      { agents: 10, intervalMs: 100, seconds: 0.5, warmUpSeconds: 0 },
      async () => {
        turn = turn.then(() => sleep(1))
        await turn
      },
    )
    expect(latencies.length).toBeGreaterThan(10)
    expect(percentile(latencies, 0.95)).toBeGreaterThan(250)
  })

  it('does not count who asks while it warms up', async () => {
    let asked = 0
    const [latencies = []] = await measureTogether(
      [1],
      { agents: 5, intervalMs: 10, seconds: 0.2, warmUpSeconds: 0.2 },
      async () => {
        asked += 1
      },
    )
    expect(latencies.length).toBeGreaterThan(0)
    expect(latencies.length).toBeLessThan(0.8 * asked)
  })

  it('fails when an answer is not the one expected', async () => {
    const refused = measureTogether([1], { agents: 2, intervalMs: 5, seconds: 0.1, warmUpSeconds: 0 }, () =>
      Promise.reject(new Error('500')),
    )
    await expect(refused).rejects.toThrow('500')
  })
})

describe('the fictional letters', () => {
  it('are the same for the same seed and found by their own keys', () => {
    const [a, b, other] = [createWriter(3)(), createWriter(3)(), createWriter(4)()]
    expect(a).toEqual(b)
    expect(other).not.toEqual(a)
    expect(a.narrative.split(' ')).toHaveLength(80)
    expect(a.narrativeKey).toMatch(/^[a-z0-9 ]+$/)
  })
})
