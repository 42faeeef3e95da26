import { execFile } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeTree, fakeTree } from '../testing/fake-tree.ts'

const ROOT = join(import.meta.dirname, '../..')
const CONFIGS = ['base', 'domain', 'server', 'web'].map((tier) => `tsconfig.${tier}.json`)

const CLEAN = {
  'package.json': '{ "type": "module" }\n',
  ...Object.fromEntries(CONFIGS.map((name) => [name, readFileSync(join(ROOT, name), 'utf8')])),
  'src/platform/keys.ts': 'export const a = new Map([[1, 2]])\n',
  'src/core/dossiers/store.ts': "import { hostname } from 'node:os'\nexport const b = hostname()\n",
  'src/core/dossiers/web/page.tsx': 'export const Page = () => <p>{document.title}</p>\n',
}
const BROKEN: readonly (readonly [tier: string, file: string, content: string, message: string])[] = [
  ['domain', 'src/platform/dom.ts', 'export const t = document.title\n', "'document'"],
  ['domain', 'src/core/dossiers/domain/dom.ts', 'export const t = document.title\n', "'document'"],
  ['domain', 'src/core/dossiers/domain/env.ts', 'export const e = process.env\n', "'process'"],
  ['server', 'src/core/dossiers/fenetre.ts', 'export const w = window.name\n', "'window'"],
  ['server', 'src/core/dossiers/enum.ts', 'export enum Etat {\n  Clos,\n}\n', 'erasableSyntaxOnly'],
  ['web', 'src/core/dossiers/web/env.tsx', 'export const E = () => <p>{process.pid}</p>\n', "'process'"],
]

describe('the three tiers', () => {
  const trees: FakeTree[] = []
  let errors: string

  beforeAll(async () => {
    errors = await typeCheck(Object.fromEntries(BROKEN.map(([, file, content]) => [file, content])))
  }, 60_000)
  afterAll(() => {
    for (const tree of trees) tree.dispose()
  })

  const typeCheck = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const tree = fakeTree({ ...CLEAN, ...files })
    trees.push(tree)
    symlinkSync(join(ROOT, 'node_modules'), join(tree.root, 'node_modules'), 'junction')
    const outputs = await Promise.all(['domain', 'server', 'web'].map((tier) => compile(tree.root, tier)))
    return outputs.join('')
  }

  it('let a clean tree pass', async () => {
    expect(await typeCheck({})).toBe('')
  }, 60_000)

  it.each(BROKEN)('%s refuses %s', (tier, file, _content, message) => {
    const lines = errors.split('\n').filter((line) => line.startsWith(`${tier}: ${file}`))
    expect(lines.join()).toContain(message)
  })
})

function compile(cwd: string, tier: string): Promise<string> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', `tsconfig.${tier}.json`], { cwd }, (_error, stdout) =>
      resolve(stdout.replace(/^(?=\S)/gm, `${tier}: `)),
    )
  })
}
