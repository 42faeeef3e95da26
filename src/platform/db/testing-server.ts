import { execFile, execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Engine } from './engine.ts'
import { withSession } from './engine.ts'
import { migrate } from './migrate.ts'
import { quoteName } from './roles.ts'
import { openServerEngine } from './server-engine.ts'
import { migratedDigest } from './testing-embedded.ts'

/** Folder of the throw-away cluster, shared by the test files of one run; set by the global set-up. */
export const SERVER_FOLDER_VARIABLE = 'PORTE_VOIX_TEST_SERVER_FOLDER'

/** Neither superuser nor owner of anything: what a hospital gives us. */
export const MIGRATOR = 'porte_voix_test_migrator'
const APPLICATION = 'porte_voix_test_application'
const PASSWORD = 'only-for-tests'
const LOCK = 7_083_512_905

export type TestServer =
  | { readonly kind: 'given'; readonly url: string }
  | { readonly kind: 'binaries'; readonly folder: string }

function findBinaries(): string | null {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const versions = readdirSync(root)
    .map(Number)
    .filter((version) => version >= 15 && existsSync(join(root, String(version), 'bin/initdb')))
    .sort((a, b) => a - b)
  const oldest = versions[0]
  return oldest === undefined ? null : join(root, String(oldest), 'bin')
}

/** The PostgreSQL tests may use: the one given by PORTE_VOIX_TEST_SERVER, binaries of this machine, or none. */
export function findServer(): TestServer | null {
  const url = process.env['PORTE_VOIX_TEST_SERVER']
  if (url !== undefined && url !== '') return { kind: 'given', url }
  const folder = findBinaries()
  return folder === null ? null : { kind: 'binaries', folder }
}

/** PostgreSQL refuses to run as root: an ordinary account of the machine runs it. */
function accountOf(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string, name: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) }
    } catch {
      // next account
    }
  }
  throw new Error('no account can run PostgreSQL here: create a user named postgres')
}

const run = promisify(execFile)

async function startCluster(binaries: string, folder: string): Promise<void> {
  const account = accountOf()
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (account.uid !== undefined) for (const path of [folder, data]) chownSync(path, account.uid, account.gid)
  const options = { ...account, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } }
  await run(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    options,
  )
  const settings = `-F -k ${folder} -c listen_addresses= -c shared_buffers=64MB -c max_connections=60`
  await run(
    join(binaries, 'pg_ctl'),
    ['-D', data, '-l', join(folder, 'log'), '-w', '-o', settings, 'start'],
    options,
  )
}

/** Stops the cluster of this run, if a test file started it. */
export async function stopCluster(folder: string): Promise<void> {
  const server = findServer()
  if (server?.kind !== 'binaries' || !existsSync(join(folder, 'data/postmaster.pid'))) return
  await run(join(server.folder, 'pg_ctl'), ['-D', join(folder, 'data'), '-m', 'immediate', '-w', 'stop'], {
    ...accountOf(),
    cwd: '/',
  })
}

/** First test file to ask starts the cluster, the others wait for it. Returns its superuser URL. */
async function clusterUrl(binaries: string): Promise<string> {
  const folder = process.env[SERVER_FOLDER_VARIABLE]
  if (folder === undefined) throw new Error('the global set-up of the database tests did not run')
  const state = join(folder, 'state.json')
  try {
    mkdirSync(join(folder, 'starting'))
    try {
      await startCluster(binaries, folder)
      writeFileSync(state, JSON.stringify({ error: null }))
    } catch (error) {
      writeFileSync(state, JSON.stringify({ error: String(error) }))
    }
  } catch (error) {
    if (!existsSync(join(folder, 'starting'))) throw error
  }
  for (let tries = 0; !existsSync(state); tries += 1) {
    if (tries > 300) throw new Error('the test server did not start within 30 s')
    await sleep(100)
  }
  await sleep(10)
  const { error }: { error: string | null } = JSON.parse(readFileSync(state, 'utf8'))
  if (error !== null) throw new Error(`the test server did not start: ${error}`)
  return `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`
}

function urlFor(superuserUrl: string, login: string | null, database: string): string {
  const url = new URL(superuserUrl)
  url.pathname = `/${database}`
  if (login !== null) {
    url.username = login
    url.password = PASSWORD
  }
  return url.href
}

async function prepareLogins(superuser: Engine): Promise<void> {
  await withSession(superuser, (session) =>
    session.exec(`do $$ begin
      if not exists (select 1 from pg_roles where rolname = '${MIGRATOR}') then
        create role ${MIGRATOR} login createrole createdb password '${PASSWORD}';
      end if;
      if not exists (select 1 from pg_roles where rolname = '${APPLICATION}') then
        create role ${APPLICATION} login password '${PASSWORD}';
      end if;
    end $$`),
  )
}

async function ensureTemplate(superuser: Engine, url: string): Promise<string> {
  const template = `porte_voix_template_${await migratedDigest()}`
  await withSession(superuser, async (session) => {
    await session.query('select pg_advisory_lock($1)', [LOCK])
    try {
      const found = await session.query('select 1 from pg_database where datname = $1 and datistemplate', [
        template,
      ])
      if (found.rowCount > 0) return
      await prepareLogins(superuser)
      await session.query(`drop database if exists ${quoteName(template)}`)
      await session.query(`create database ${quoteName(template)} owner ${MIGRATOR}`)
      const engine = await openServerEngine({ url: urlFor(url, MIGRATOR, template), poolSize: 1 })
      try {
        await migrate(engine, { applicationLogin: APPLICATION })
      } finally {
        await engine.close()
      }
      await session.query(`alter database ${quoteName(template)} is_template true`)
    } finally {
      await session.query('select pg_advisory_unlock($1)', [LOCK])
    }
  })
  return template
}

export interface ServerTestEngines {
  /** connected as the application's login */
  readonly application: Engine
  /** connected as superuser, to the same database */
  readonly admin: Engine
  readonly applicationUrl: string
  readonly adminUrl: string
  close(): Promise<void>
}

export async function superuserUrl(): Promise<string> {
  const server = findServer()
  if (server === null) throw new Error('no PostgreSQL server was found: install PostgreSQL 15 or later')
  return server.kind === 'given' ? server.url : clusterUrl(server.folder)
}

/** Where the migrating login reaches one test database. */
export const migratorUrl = async (database: string): Promise<string> =>
  urlFor(await superuserUrl(), MIGRATOR, database)

/** A database copied from the migrated template. `close` drops it. */
export async function openServerTestEngines(): Promise<ServerTestEngines> {
  const url = await superuserUrl()
  const superuser = await openServerEngine({ url, poolSize: 2 })
  const name = `porte_voix_test_${randomUUID().replaceAll('-', '')}`
  const template = await ensureTemplate(superuser, url)
  await withSession(superuser, async (session) => {
    // Only one copy of a template at a time.
    await session.query('select pg_advisory_lock($1)', [LOCK])
    try {
      await session.query(`create database ${name} template ${quoteName(template)} owner ${MIGRATOR}`)
    } finally {
      await session.query('select pg_advisory_unlock($1)', [LOCK])
    }
  })
  const applicationUrl = urlFor(url, APPLICATION, name)
  const adminUrl = urlFor(url, null, name)
  const application = await openServerEngine({ url: applicationUrl, poolSize: 5, acquireTimeoutMs: 10_000 })
  const admin = await openServerEngine({ url: adminUrl, poolSize: 2, acquireTimeoutMs: 10_000 })
  return {
    application,
    admin,
    applicationUrl,
    adminUrl,
    async close() {
      await application.close()
      await admin.close()
      await withSession(superuser, (session) => session.query(`drop database ${name} with (force)`))
      await superuser.close()
    },
  }
}
