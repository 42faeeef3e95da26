import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findServer, SERVER_FOLDER_VARIABLE, stopCluster } from './testing-server.ts'

/** Once per run: says when no PostgreSQL server was found, gives the test files a folder for a throw-away one. */
export async function setup(): Promise<() => Promise<void>> {
  const server = findServer()
  if (server === null) {
    const message = 'PostgreSQL server not found: the database tests run on the embedded engine only'
    if (process.env['CI'] === 'true') throw new Error(`${message}, which CI refuses. Install PostgreSQL 15.`)
    process.stderr.write(`\n!! ${message}. Install PostgreSQL 15 or set PORTE_VOIX_TEST_SERVER.\n\n`)
    return async () => undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'porte-voix-test-'))
  process.env[SERVER_FOLDER_VARIABLE] = folder
  return async () => {
    await stopCluster(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
