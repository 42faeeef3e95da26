import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** One guard is one command that can be run alone; `script` is given to this same Node. */
export type Guard = { readonly name: string; readonly script: string; readonly args?: readonly string[] }
export type Outcome = {
  readonly name: string
  readonly ok: boolean
  readonly ms: number
  readonly output: string
}

const types = (tier: string): Guard => ({
  name: `types ${tier}`,
  script: 'node_modules/typescript/bin/tsc',
  args: ['-p', `tsconfig.${tier}.json`, '--incremental', '--tsBuildInfoFile', `.cache/${tier}.tsbuildinfo`],
})

/** Longest first, so that two processors finish together. */
const GUARDS: readonly Guard[] = [
  types('server'),
  types('web'),
  { name: 'boundaries', script: 'tools/guards/boundaries.ts' },
  { name: 'unused (knip)', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
  {
    name: 'style, sizes, naming (biome)',
    script: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '.'],
  },
  types('domain'),
  { name: 'places of files', script: 'tools/guards/modules.ts' },
  { name: 'glossary', script: 'tools/guards/glossary.ts' },
  { name: 'documents', script: 'tools/guards/documents.ts' },
]

/** Generated files: each generator has a `--check` that is red when its output is stale. */
const GENERATORS = ['db/generate-types.ts', 'tools/generate-droit.ts', 'tools/complete-lock.ts']
const fresh = (script: string): Guard => ({ name: `fresh: ${script}`, script, args: ['--check'] })

/** Runs the guards, `width` at a time, calling `done` as each ends; a guard whose script is absent is red. */
export async function runGuards(
  guards: readonly Guard[],
  width: number,
  done: (outcome: Outcome) => void,
): Promise<boolean> {
  const waiting = [...guards]
  let ok = true
  const lane = async (): Promise<void> => {
    for (let guard = waiting.shift(); guard !== undefined; guard = waiting.shift()) {
      const outcome = await run(guard)
      ok &&= outcome.ok
      done(outcome)
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
  return ok
}

function run({ name, script, args = [] }: Guard): Promise<Outcome> {
  const start = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString().trim()
      resolve({ name, ok: code === 0, ms: performance.now() - start, output })
    })
  })
}

function print({ name, ok, ms, output }: Outcome): void {
  const lastLine = output.slice(output.lastIndexOf('\n') + 1)
  const summary = ok && lastLine.length < 80 ? lastLine : ''
  console.log(
    `${ok ? '✓' : '✗'} ${name.padEnd(30)} ${(ms / 1000).toFixed(1).padStart(5)} s  ${summary}`.trimEnd(),
  )
  if (!ok) console.log(`${output}\n`)
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const present = GENERATORS.filter((script) => existsSync(join(process.cwd(), script)))
  const all = [...GUARDS, ...present.map(fresh)]
  const guards = all.filter(({ name }) => name.includes(values.only ?? ''))
  if (guards.length === 0)
    console.error(`no guard is called « ${values.only} »: ${all.map(({ name }) => name).join(', ')}`)
  const width = Math.min(2, availableParallelism())
  const ok = guards.length > 0 && (await runGuards(guards, width, print))
  process.exitCode = ok ? 0 : 1
}
