import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, NO_BROWSER } from './browser.ts'

/** One part of the whole: what it runs, and where its runner writes how many tests passed. */
interface Step {
  readonly title: string
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Vitest JSON report; without one, the exit code is the test */
  readonly report?: string
}

interface Outcome {
  readonly passed: number
  readonly failed: number
}

const reports = mkdtempSync(join(tmpdir(), 'porte-voix-tests-'))

const vitest = (title: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Step => {
  const report = join(reports, `${title.replaceAll(/\W+/g, '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`]
  return { title, command: ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters], env, report }
}

const STEPS: readonly Step[] = [
  { title: 'check', command: ['tools/check.ts'] },
  vitest('tests', []),
  // Legal days must not depend on where the server thinks it is.
  vitest('tests far from Greenwich', ['src/core/echeances', 'src/cases', 'src/core/dossiers'], {
    TZ: 'America/Cayenne',
  }),
  { title: 'killed during writes', command: ['tools/kill/kill-process.ts', '--rounds', '3'] },
  { title: 'power cut', command: ['tools/kill/power-cut.ts', '--rounds', '3'] },
  { title: 'a new case type', command: ['tools/prove-new-case.ts'] },
  vitest('browser journeys', ['--config', 'e2e/vitest.config.ts']),
]

function run({ command, env }: Step): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function outcomeOf(step: Step, code: number): Outcome {
  if (step.report === undefined || !existsSync(step.report))
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(step.report, 'utf8'))
  // A file that fails to load has no failed test: the exit code still says so.
  return { passed: numPassedTests, failed: code === 0 ? 0 : Math.max(1, numFailedTests) }
}

async function main(): Promise<void> {
  if (findBrowser() === null) {
    console.error(NO_BROWSER)
    process.exitCode = 1
    return
  }
  const lines: string[] = []
  const total = { passed: 0, failed: 0 }
  for (const step of STEPS) {
    console.log(`\n── ${step.title} ──`)
    const start = performance.now()
    const { passed, failed } = outcomeOf(step, await run(step))
    total.passed += passed
    total.failed += failed
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    lines.push(
      `${failed === 0 ? 'ok  ' : 'FAIL'} ${step.title.padEnd(28)} ${passed} passed, ${failed} failed, ${seconds} s`,
    )
  }
  rmSync(reports, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

await main()
