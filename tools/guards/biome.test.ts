import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeTree, fakeTree } from '../testing/fake-tree.ts'

const ROOT = join(import.meta.dirname, '../..')
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')

const lines = (count: number) => Array.from({ length: count }, (_, i) => `  console.log(${i})\n`).join('')
const longFunction = (count: number) => `export function f() {\n${lines(count)}}\n`
const longFile = (count: number) =>
  Array.from({ length: count }, (_, i) => `export const a${i} = ${i}\n`).join('')
const branches = (count: number) =>
  `export function f(n: number): number {\n${Array.from({ length: count }, (_, i) => `  if (n === ${i}) return ${i + 1}\n`).join('')}  return 0\n}\n`
const union =
  "type U = 'a' | 'b'\nexport function f(u: U): number {\n  switch (u) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n"

const PASSING = {
  'tools/long.ts': longFunction(58),
  'tools/long.tsx': longFunction(118),
  'tools/long.test.ts': longFunction(300),
  'tools/file.ts': longFile(400),
  'tools/file.test.ts': longFile(600),
  'tools/branches.ts': branches(12),
  'tools/branches.tsx': branches(15),
  'src/core/dossiers/ok.ts': 'export const reponseEnvoyeeLe = null\n',
  'vite.config.ts': 'export default {}\n',
}

const BROKEN: readonly (readonly [file: string, content: string, rule: string])[] = [
  ['tools/too-long.ts', longFunction(61), 'complexity/noExcessiveLinesPerFunction'],
  ['tools/too-long.tsx', longFunction(121), 'complexity/noExcessiveLinesPerFunction'],
  ['tools/too-big.ts', longFile(401), 'style/noExcessiveLinesPerFile'],
  ['tools/too-big.test.ts', longFile(601), 'style/noExcessiveLinesPerFile'],
  ['tools/too-many.ts', branches(13), 'complexity/noExcessiveCognitiveComplexity'],
  ['tools/too-many.tsx', branches(16), 'complexity/noExcessiveCognitiveComplexity'],
  ['tools/monFichier.ts', 'export const a = 1\n', 'style/useFilenamingConvention'],
  ['tools/délai.ts', 'export const a = 1\n', 'style/useFilenamingConvention'],
  ['tools/accent.ts', 'export const réponse = 1\n', 'style/useNamingConvention'],
  ['tools/default.ts', 'const a = 1\nexport default a\n', 'style/noDefaultExport'],
  ['tools/enum.ts', "export enum Etat {\n  Clos = 'clos',\n}\n", 'style/noEnum'],
  ['tools/any.ts', 'export const f = (a: any) => a\n', 'suspicious/noExplicitAny'],
  ['tools/bang.ts', 'export const f = (a?: string) => a!\n', 'style/noNonNullAssertion'],
  [
    'tools/floating.ts',
    'async function f() {}\nexport const g = () => {\n  f()\n}\n',
    'nursery/noFloatingPromises',
  ],
  ['tools/switch.ts', union, 'nursery/useExhaustiveSwitchCases'],
  ['tools/star.ts', "export * from './any.ts'\n", 'performance/noReExportAll'],
  ['src/core/dossiers/log.ts', 'console.log(1)\n', 'suspicious/noConsole'],
]

describe('sizes and naming (Biome)', () => {
  const trees: FakeTree[] = []
  let found: Map<string, Set<string>>

  const lint = async (files: Readonly<Record<string, string>>) => {
    const tree = fakeTree({ ...files, 'biome.json': readFileSync(join(ROOT, 'biome.json'), 'utf8') })
    trees.push(tree)
    return rulesByFile(await runBiome(tree.root))
  }

  beforeAll(async () => {
    found = await lint(Object.fromEntries(BROKEN.map(([file, content]) => [file, content])))
  }, 60_000)
  afterAll(() => {
    for (const tree of trees) tree.dispose()
  })

  it('lets a clean tree pass', async () => {
    expect(await lint(PASSING)).toEqual(new Map())
  }, 60_000)

  it.each(BROKEN)('refuses %s', (file, _content, rule) => {
    expect([...(found.get(file) ?? [])]).toContain(`lint/${rule}`)
  })
})

function runBiome(cwd: string): Promise<string> {
  const args = [BIOME, 'lint', '.', '--max-diagnostics=none', '--reporter=github']
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 1 << 24 }, (_error, stdout) => resolve(stdout))
  })
}

function rulesByFile(output: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [, rule = '', file = ''] of output.matchAll(/^::error title=([^,]+),file=([^,]+),/gm)) {
    const path = file.replaceAll('\\', '/').replace(/^.*?\/porte-voix-[^/]+\//, '')
    found.set(path, (found.get(path) ?? new Set()).add(rule))
  }
  return found
}
