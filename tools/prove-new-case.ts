import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/**
 * Proves that « a new case type in an hour » starts from green: copies the repository aside, runs new:case there, then the
 * generators, the types, the guards and the tests of the new module. Called by continuous integration.
 */
const LEFT_BEHIND = new Set(['.git', 'node_modules', 'donnees', 'dist', 'coverage', '.cache'])
const NAME = 'objets-trouves'
const FOLDER = `src/cases/${NAME}`

const tsc = (tier: string): string[] => ['node_modules/typescript/bin/tsc', '-p', `tsconfig.${tier}.json`]
const STEPS: readonly (readonly string[])[] = [
  ['tools/new-case.ts', NAME, '--libelle', 'Objet trouvé', '--pluriel', 'Objets trouvés', '--prefixe', 'OBT'],
  ['db/generate-types.ts'],
  ['tools/generate-droit.ts'],
  tsc('domain'),
  tsc('server'),
  tsc('web'),
  ['tools/guards/boundaries.ts'],
  ['tools/guards/modules.ts'],
  ['tools/guards/glossary.ts'],
  ['node_modules/@biomejs/biome/bin/biome', 'check', FOLDER, 'src/app'],
  ['node_modules/vitest/vitest.mjs', 'run', FOLDER],
]
const OPTIONAL = new Set(['db/generate-types.ts', 'tools/generate-droit.ts'])

function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'porte-voix-new-case-'))
  for (const name of readdirSync('.').filter((entry) => !LEFT_BEHIND.has(entry))) {
    cpSync(name, join(copy, name), { recursive: true, filter: (path) => !LEFT_BEHIND.has(basename(path)) })
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction')
  return copy
}

function runSteps(cwd: string): boolean {
  for (const [script = '', ...args] of STEPS) {
    if (OPTIONAL.has(script) && !existsSync(join(cwd, script))) continue
    const start = performance.now()
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd,
      encoding: 'utf8',
    })
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${status === 0 ? '✓' : '✗'} ${seconds.padStart(5)} s  ${basename(script)} ${args.join(' ')}`)
    if (status !== 0) {
      console.error(stdout + stderr)
      return false
    }
  }
  return true
}

const copy = copyRepository()
try {
  process.exitCode = runSteps(copy) ? 0 : 1
} finally {
  rmSync(copy, { recursive: true, force: true })
}
