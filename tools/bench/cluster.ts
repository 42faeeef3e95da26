import { execFile, execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = '/usr/lib/postgresql'
const run = promisify(execFile)

/** Folder of the oldest PostgreSQL of this machine, from 15 on: what hospitals run; null when there is none. */
export function findBinaries(): { folder: string; version: number } | null {
  if (!existsSync(ROOT)) return null
  const [version] = readdirSync(ROOT)
    .map(Number)
    .filter((v) => v >= 15 && existsSync(join(ROOT, String(v), 'bin/initdb')))
    .toSorted((a, b) => a - b)
  return version === undefined ? null : { folder: join(ROOT, String(version), 'bin'), version }
}

/** PostgreSQL refuses to run as root: an ordinary account of the machine runs it. */
function accountOf(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const megabytes = (share: number, most: number): string =>
  `${Math.min(most, Math.floor((totalmem() * share) / 2 ** 20))}MB`

/** What an administrator sets on a machine given to the database; durable, as in production. */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: megabytes(0.25, 4096),
  effective_cache_size: megabytes(0.6, 16_384),
  work_mem: '16MB',
  maintenance_work_mem: megabytes(0.04, 1024),
  max_wal_size: '4GB',
  random_page_cost: '1.1',
  jit: 'off',
  max_connections: '60',
}

/** While the rows are made: nothing would be lost but time. */
const SEED_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '16GB',
  autovacuum: 'off',
}

export interface Cluster {
  /** superuser, over a socket of the folder */
  readonly url: string
  stop(): Promise<void>
}

/** Creates (the first time) and starts a cluster of one's own, reached only through its folder. */
export async function startCluster(
  binaries: string,
  folder: string,
  mode: 'seed' | 'serve',
): Promise<Cluster> {
  const account = accountOf()
  const data = join(folder, 'data')
  const options = { ...account, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } }
  if (!existsSync(join(data, 'PG_VERSION'))) {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    if (account !== null) for (const path of [folder, data]) chownSync(path, account.uid, account.gid)
    const create = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']
    await run(join(binaries, 'initdb'), create, options)
  }
  const settings = { ...SERVER_SETTINGS, ...(mode === 'seed' ? SEED_SETTINGS : {}) }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const socket = `-k ${folder} -c listen_addresses=`
  const pgCtl = join(binaries, 'pg_ctl')
  const start = ['-D', data, '-l', join(folder, 'log'), '-w', '-t', '300', '-o', [socket, ...flags].join(' ')]
  await run(pgCtl, [...start, 'start'], options)
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      await run(pgCtl, ['-D', data, '-m', 'fast', '-w', '-t', '300', 'stop'], options)
    },
  }
}
