import { describe, expect, it } from 'vitest'
import { type Outcome, runGuards } from './check.ts'
import { fakeTree } from './testing/fake-tree.ts'

const green = "console.log('12 files read')\n"
const red = "console.error('a.ts: no-cycle: imports b.ts')\nprocess.exitCode = 1\n"

describe('npm run check', () => {
  it('is green when every guard is, red when one is or when its script is absent', async () => {
    const tree = fakeTree({ 'green.ts': green, 'red.ts': red })
    const guard = (name: string) => ({ name, script: `${tree.root}/${name}.ts` })
    const run = async (...names: string[]) => {
      const outcomes: Outcome[] = []
      const ok = await runGuards(names.map(guard), 2, (outcome) => outcomes.push(outcome))
      return { ok, lines: outcomes.map(({ name, ok, output }) => [name, ok, output]).sort() }
    }
    expect(await run('green')).toEqual({ ok: true, lines: [['green', true, '12 files read']] })
    const mixed = await run('green', 'red', 'absent')
    tree.dispose()
    expect(mixed.ok).toBe(false)
    expect(mixed.lines.map(([name, ok]) => [name, ok])).toEqual([
      ['absent', false],
      ['green', true],
      ['red', false],
    ])
    expect(mixed.lines[2]?.[2]).toContain('no-cycle')
  })
})
