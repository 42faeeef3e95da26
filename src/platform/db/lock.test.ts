import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderLockedError, lockFolder } from './lock.ts'

describe('lock on the data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'porte-voix-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const holdInChild = async () => {
    const url = new URL('lock.ts', import.meta.url).href
    const script = `const { lockFolder } = await import(${JSON.stringify(url)});
      await lockFolder(process.argv[1]); console.log('held'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: 'pipe' })
    await once(child.stdout, 'data')
    return child
  }

  it('refuses a second process, in French, and naming the first', async () => {
    const child = await holdInChild()
    const refusal = lockFolder(folder)
    await expect(refusal).rejects.toThrow(FolderLockedError)
    await expect(refusal).rejects.toThrow(`processus ${child.pid}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
  })

  it('is free as soon as its holder is killed', async () => {
    const child = await holdInChild()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = await lockFolder(folder)
    await lock.release()
  })

  it('refuses the same process twice, then frees on release', async () => {
    const lock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toThrow(FolderLockedError)
    await lock.release()
    await (await lockFolder(folder)).release()
  })

  it('refuses while another host beats, and takes over once it has been silent for 30 s', async () => {
    const beat = { host: 'autre-machine', pid: 12, token: 't', at: 1_000_000 }
    writeFileSync(join(folder, 'verrou.json'), JSON.stringify(beat))
    await expect(lockFolder(folder, { now: () => 1_029_000 })).rejects.toThrow(/autre-machine/)
    const lock = await lockFolder(folder, { now: () => 1_031_000 })
    expect(JSON.parse(readFileSync(join(folder, 'verrou.json'), 'utf8'))).toMatchObject({ host: hostname() })
    await lock.release()
    expect(() => readFileSync(join(folder, 'verrou.json'))).toThrow(/ENOENT/)
  })

  it('refuses another container of the same host while it beats', async () => {
    const beat = { host: hostname(), namespace: 'net:[1]', pid: 12, token: 't', at: Date.now() }
    writeFileSync(join(folder, 'verrou.json'), JSON.stringify(beat))
    await expect(lockFolder(folder)).rejects.toThrow(FolderLockedError)
  })
})
