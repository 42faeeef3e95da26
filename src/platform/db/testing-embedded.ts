import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type EmbeddedEngine, openEmbeddedEngine } from './embedded-engine.ts'
import { migrate, readMigrations } from './migrate.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const STALE_MS = 24 * 3_600_000
const CACHE = join(ROOT, 'node_modules/.cache/porte-voix')

/** Changes whenever a migrated database would: migrations, bootstrap, version of PGlite. */
export async function migratedDigest(): Promise<string> {
  const hash = createHash('sha256')
  for (const { name, digest } of await readMigrations()) hash.update(`${name} ${digest}\n`)
  for (const file of ['roles.ts', 'migrate.ts']) hash.update(await readFile(new URL(file, import.meta.url)))
  hash.update(await readFile(join(ROOT, 'node_modules/@electric-sql/pglite/package.json')))
  return hash.digest('hex').slice(0, 24)
}

/** The file holding a migrated, empty data folder; made the first time, then found again. */
export async function migratedSnapshot(): Promise<string> {
  const file = join(CACHE, `${await migratedDigest()}.tar`)
  if (existsSync(file)) return file
  await mkdir(CACHE, { recursive: true })
  const engine = await openEmbeddedEngine()
  try {
    await migrate(engine)
    const draft = `${file}.${randomUUID()}`
    await writeFile(draft, await engine.dump())
    // Several test files may be making it at once: the last rename wins, all are the same.
    await rename(draft, file)
  } finally {
    await engine.close()
  }
  // Another run may be reading a recent one.
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name)
    if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) await rm(path, { force: true })
  }
  return file
}

/** A migrated database in memory, in a third of a second. */
export async function openEmbeddedTestEngine(): Promise<EmbeddedEngine> {
  return openEmbeddedEngine({ snapshot: await migratedSnapshot(), acquireTimeoutMs: 10_000 })
}
