import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMainKey, openMainKeys } from './main-key.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'key-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true, force: true })
})

const path = () => join(directory, 'secrets', 'main.key')
const open = (create = true) => openMainKeys({ path: path(), dataDirectory: join(directory, 'data'), create })

describe('main key file', () => {
  it('is made once, readable by its owner only', async () => {
    const first = await open()
    expect(first.created).toBe(true)
    expect((await stat(path())).mode & 0o777).toBe(0o600)
    const second = await open()
    expect(second.created).toBe(false)
    expect(second.keys.current).toBe(first.keys.current)
  })

  it('keeps the old keys when a new one is added', async () => {
    const { keys } = await open()
    const after = await addMainKey(path())
    expect(after.current).not.toBe(keys.current)
    expect([...after.keys.keys()]).toEqual([keys.current, after.current])
  })

  it('says that other accounts can read it', async () => {
    await open()
    await chmod(path(), 0o644)
    expect((await open()).exposed).toBe(true)
  })

  it('is refused inside the data folder', async () => {
    const inside = openMainKeys({
      path: join(directory, 'data', 'k'),
      dataDirectory: join(directory, 'data'),
    })
    await expect(inside).rejects.toThrow(/hors du dossier des données/u)
  })

  it('is not replaced in silence when it should exist', async () => {
    await expect(open(false)).rejects.toThrow(/introuvable/u)
  })

  it.each(['', 'hello', 'abc:AAAA'])('is refused with a sentence when it holds « %s »', async (text) => {
    await open()
    await writeFile(path(), text)
    await expect(open()).rejects.toThrow(/sauvegarde/u)
    expect(await readFile(path(), 'utf8')).toBe(text)
  })
})
