import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A throw-away tree for the tests of the guards: path → content. Removed by `dispose`. */
export type FakeTree = { readonly root: string; readonly dispose: () => void }

export function fakeTree(files: Readonly<Record<string, string>>): FakeTree {
  const root = mkdtempSync(join(tmpdir(), 'porte-voix-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return { root, dispose: () => rmSync(root, { recursive: true, force: true }) }
}
