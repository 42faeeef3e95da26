import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fakeTree } from '../testing/fake-tree.ts'

const ROOT = join(import.meta.dirname, '../..')
const CLEAN = {
  'package.json': '{ "name": "fake", "type": "module", "imports": { "#core/*": "./src/core/*" } }\n',
  'knip.json': readFileSync(join(ROOT, 'knip.json'), 'utf8'),
  'src/app/server.ts': "import { clore } from '#core/dossiers/index.ts'\nclore()\n",
  'src/core/dossiers/index.ts': "export { clore } from './clore.ts'\n",
  'src/core/dossiers/clore.ts': 'export const clore = () => 1\n',
}

function knip(files: Readonly<Record<string, string>>): Promise<{ code: number; output: string }> {
  const tree = fakeTree({ ...CLEAN, ...files })
  const script = join(ROOT, 'node_modules/knip/bin/knip.js')
  return new Promise((resolve) => {
    execFile(process.execPath, [script, '--no-progress'], { cwd: tree.root }, (error, stdout) => {
      tree.dispose()
      resolve({ code: error === null ? 0 : 1, output: stdout })
    })
  })
}

describe('unused code (knip)', () => {
  it('lets a clean tree pass, and refuses a file nobody imports, an export nobody uses, a package nobody declares', async () => {
    expect((await knip({})).code).toBe(0)
    const { code, output } = await knip({
      'src/core/dossiers/oublie.ts': 'export const oublie = 1\n',
      'src/core/dossiers/clore.ts':
        "import 'left-pad'\nexport const clore = () => 1\nexport const rouvrir = () => 2\n",
    })
    expect(code).toBe(1)
    expect(output).toMatch(/Unused files[\s\S]*src\/core\/dossiers\/oublie\.ts/)
    expect(output).toMatch(/Unlisted dependencies[\s\S]*left-pad/)
    expect(output).toMatch(/Unused exports[\s\S]*rouvrir/)
  }, 60_000)
})
