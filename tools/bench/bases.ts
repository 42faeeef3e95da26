import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Engine,
  migrate,
  openEmbeddedEngine,
  openServerEngine,
  withSession,
} from '#platform/db/index.ts'
import { migratedDigest } from '#platform/db/testing-embedded.ts'
import { type Cluster, findBinaries, startCluster } from './cluster.ts'
import { measureSizes, type Size, seed } from './seed.ts'

const SEEDED = 'semis.json'
const LOGIN = 'porte_voix_bench'
const DATABASE = 'porte_voix_bench'
/** Gives the embedded database what creating indexes asks for; a restart gives the memory back. */
const EMBEDDED_SEED = { maintenance_work_mem: '256MB', max_wal_size: '512MB' }

/** Where the server under test finds its database. */
export type Target =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'server'; readonly applicationUrl: string; readonly adminUrl: string }

export interface Seeded {
  readonly dossiers: number
  /** 0 when found from an earlier run */
  readonly seconds: number
  readonly sizes: readonly Size[]
}

export interface Base {
  readonly target: Target
  readonly seeded: Seeded
  /** version of PostgreSQL, in words */
  readonly version: string
  close(): Promise<void>
}

export interface BaseOptions {
  readonly dossiers: number
  readonly keep: boolean
  readonly log: (line: string) => void
}

/** Changes with the schema and with the seed itself: an older folder is not reused. */
async function seedDigest(): Promise<string> {
  const hash = createHash('sha256').update(await migratedDigest())
  for (const file of ['seed.ts', 'seed-sql.ts', 'heavy-sql.ts', 'narrative.ts', 'vocabulary.ts'])
    hash.update(await readFile(join(import.meta.dirname, file)))
  return hash.digest('hex').slice(0, 12)
}

async function seedNow(engine: Engine, o: BaseOptions, width: number, file: string | null): Promise<Seeded> {
  const start = performance.now()
  await seed(engine, {
    dossiers: o.dossiers,
    today: new Date().toISOString().slice(0, 10),
    width,
    log: o.log,
  })
  const seconds = (performance.now() - start) / 1000
  const seeded = { dossiers: o.dossiers, seconds, sizes: await withSession(engine, measureSizes) }
  if (file !== null) await writeFile(file, JSON.stringify(seeded))
  return seeded
}

const versionOf = (engine: Engine): Promise<string> =>
  withSession(engine, async (session) => {
    const { rows } = await session.query<{ v: string }>(`select current_setting('server_version') as v`)
    return rows[0]?.v ?? ''
  })

async function folderFor(kind: string, o: BaseOptions): Promise<{ folder: string; seeded: Seeded | null }> {
  const prefix = `porte-voix-bench-${kind}-${o.dossiers}-`
  const name = prefix + (await seedDigest())
  // What an earlier schema left is of no use to anyone.
  for (const old of await readdir(tmpdir()))
    if (old.startsWith(prefix) && old !== name)
      await rm(join(tmpdir(), old), { recursive: true, force: true })
  const folder = join(tmpdir(), name)
  const file = join(folder, SEEDED)
  if (existsSync(file)) return { folder, seeded: { ...JSON.parse(await readFile(file, 'utf8')), seconds: 0 } }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o755 })
  return { folder, seeded: null }
}

/** A folder holding an embedded database of so many dossiers. */
export async function prepareEmbedded(o: BaseOptions): Promise<Base> {
  const { folder, seeded: found } = await folderFor('embarquee', o)
  const data = join(folder, 'base')
  const engine = await openEmbeddedEngine({
    folder: data,
    ...(found === null ? { durable: false, settings: EMBEDDED_SEED } : {}),
  })
  try {
    if (found === null) await migrate(engine)
    const seeded = found ?? (await seedNow(engine, o, 1, join(folder, SEEDED)))
    return {
      target: { kind: 'embedded', folder: data },
      seeded,
      version: `PGlite, PostgreSQL ${await versionOf(engine)}`,
      close: async () => {
        if (!o.keep) await rm(folder, { recursive: true, force: true })
      },
    }
  } finally {
    await engine.close()
  }
}

const databaseUrl = (superuserUrl: string, login: string | null): string => {
  const url = new URL(superuserUrl)
  url.pathname = `/${DATABASE}`
  if (login !== null) {
    url.username = login
    url.password = LOGIN
  }
  return url.href
}

async function fillServer(superuserUrl: string, o: BaseOptions, file: string | null): Promise<Seeded> {
  const superuser = await openServerEngine({ url: superuserUrl, poolSize: 1 })
  await withSession(superuser, async (session) => {
    await session.query(`drop database if exists ${DATABASE} with (force)`)
    await session.query(`create database ${DATABASE}`)
    const { rowCount } = await session.query('select 1 from pg_roles where rolname = $1', [LOGIN])
    if (rowCount === 0) await session.exec(`create role ${LOGIN} login password '${LOGIN}'`)
  })
  await superuser.close()
  const engine = await openServerEngine({ url: databaseUrl(superuserUrl, null), poolSize: 2 })
  try {
    await migrate(engine, { applicationLogin: LOGIN })
    return await seedNow(engine, o, 2, file)
  } finally {
    await engine.close()
  }
}

async function serverBase(superuserUrl: string, seeded: Seeded, close: () => Promise<void>): Promise<Base> {
  const adminUrl = databaseUrl(superuserUrl, null)
  const engine = await openServerEngine({ url: adminUrl, poolSize: 1 })
  const version = `PostgreSQL ${await versionOf(engine)}`
  await engine.close()
  return {
    target: { kind: 'server', applicationUrl: databaseUrl(superuserUrl, LOGIN), adminUrl },
    seeded,
    version,
    close,
  }
}

async function startedCluster(binaries: string, o: BaseOptions): Promise<Base> {
  const { folder, seeded: found } = await folderFor('serveur', o)
  const filled = async (): Promise<Seeded> => {
    const cluster = await startCluster(binaries, folder, 'seed')
    try {
      return await fillServer(cluster.url, o, join(folder, SEEDED))
    } finally {
      await cluster.stop()
    }
  }
  const seeded = found ?? (await filled())
  const cluster: Cluster = await startCluster(binaries, folder, 'serve')
  return serverBase(cluster.url, seeded, async () => {
    await cluster.stop()
    if (!o.keep) await rm(folder, { recursive: true, force: true })
  })
}

/**
 * A server holding so many dossiers: that of PORTE_VOIX_BENCH_SERVER (superuser's address; its database `porte_voix_bench`
 * is made again), or a cluster of one's own from the binaries of this machine; null when there is neither.
 */
export async function prepareServer(o: BaseOptions): Promise<Base | null> {
  const given = process.env['PORTE_VOIX_BENCH_SERVER']
  if (given !== undefined && given !== '')
    return serverBase(given, await fillServer(given, o, null), async () => undefined)
  const binaries = findBinaries()
  return binaries === null ? null : startedCluster(binaries.folder, o)
}
