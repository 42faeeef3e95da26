import { describe, expect, it } from 'vitest'
import { runRounds } from './rounds.ts'

describe('durability harness', { timeout: 120_000 }, () => {
  it('finds every acknowledged row after the process is killed', async () => {
    const report = await runRounds({ how: 'kill', rounds: 1 })
    expect(report).toMatchObject({ lost: 0, problems: [] })
    expect(report.acknowledged).toBeGreaterThan(0)
  })

  it('finds every acknowledged row after a power cut', async () => {
    const report = await runRounds({ how: 'power', rounds: 1 })
    expect(report).toMatchObject({ lost: 0, problems: [] })
    expect(report.acknowledged).toBeGreaterThan(0)
  })

  it('reports the rows a power cut takes when nothing is synchronised', async () => {
    const report = await runRounds({ how: 'power', rounds: 3, durable: false })
    expect(report.lost).toBeGreaterThan(0)
    expect(report.problems).not.toEqual([])
  })

  it('reports a writer that wrote nothing', async () => {
    const report = await runRounds({ how: 'kill', rounds: 1, silent: true })
    expect(report).toMatchObject({
      acknowledged: 0,
      problems: [expect.stringContaining('rien n’a été écrit')],
    })
  })
})
