import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedEngine, type EmbeddedEngineOptions, openEmbeddedEngine } from './embedded-engine.ts'
import { withSession } from './engine.ts'
import { EngineBusyError, EngineFailure } from './errors.ts'
import { migratedSnapshot } from './testing-embedded.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('embedded engine', () => {
  let folder: string
  let template: string
  const opened: EmbeddedEngine[] = []
  const open = async (options: EmbeddedEngineOptions = {}) => {
    const engine = await openEmbeddedEngine(options)
    opened.push(engine)
    return engine
  }
  /** a folder holding an empty database, copied rather than made each time */
  const created = (): string => {
    cpSync(template, folder, { recursive: true })
    return folder
  }
  const inMemory = async (options: EmbeddedEngineOptions = {}) =>
    open({ snapshot: await migratedSnapshot(), ...options })
  const run = (engine: EmbeddedEngine, text: string, values?: unknown[]) =>
    withSession(engine, (session) => session.query(text, values))
  beforeAll(async () => {
    template = join(mkdtempSync(join(tmpdir(), 'porte-voix-base-')), 'base')
    await (await openEmbeddedEngine({ folder: template })).close()
  })
  afterAll(() => rmSync(join(template, '..'), { recursive: true, force: true }))
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'porte-voix-base-')), 'base')
  })
  afterEach(async () => {
    await Promise.allSettled(opened.splice(0).map((engine) => engine.close()))
    rmSync(join(folder, '..'), { recursive: true, force: true })
  })

  it('leaves the event loop free during a heavy statement', async () => {
    const engine = await inMemory()
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 5)
    const started = Date.now()
    await run(engine, 'select sum(sqrt(i)) as s from generate_series(1, 3000000) i')
    clearInterval(timer)
    expect(Date.now() - started).toBeGreaterThan(150)
    expect(ticks).toBeGreaterThan((Date.now() - started) / 5 / 4)
  })

  it('lends its session in turn, and refuses after the time given', async () => {
    const engine = await inMemory({ acquireTimeoutMs: 100 })
    const lease = await engine.acquire()
    await expect(engine.acquire()).rejects.toThrow(EngineBusyError)
    lease.release()
    lease.release()
    const again = await engine.acquire()
    expect((await again.query('select 1 as a')).rows).toEqual([{ a: 1 }])
    again.release()
  })

  it('ignores statement_timeout: only the cap on answers protects it', async () => {
    const engine = await inMemory()
    await withSession(engine, async (session) => {
      await session.query(`select set_config('statement_timeout', '20ms', false)`)
      await expect(session.query('select pg_sleep(0.2)')).resolves.toMatchObject({ rowCount: 1 })
      await expect(session.query(`select repeat('x', 1000000) from generate_series(1, 100)`)).rejects.toThrow(
        /bytes/,
      )
      await expect(session.query('select 1 as a')).resolves.toMatchObject({ rows: [{ a: 1 }] })
    })
  })

  it('keeps committed rows across a reopening, and synchronises once per commit', async () => {
    const first = await open({ folder: created() })
    await run(first, 'create table kept (a int)')
    const before = (await first.statistics()).fsyncs
    for (let i = 0; i < 10; i += 1) await run(first, 'insert into kept values ($1)', [i])
    expect((await first.statistics()).fsyncs - before).toBe(10)
    expect((await run(first, 'show fsync')).rows).toEqual([{ fsync: 'on' }])
    await first.close()
    const second = await open({ folder })
    expect((await run(second, 'select count(*) as n from kept')).rows).toEqual([{ n: 10 }])
  })

  it('synchronises nothing when durability is given up, which is why it never is', async () => {
    const engine = await open({ folder: created(), durable: false })
    await run(engine, 'create table lost (a int)')
    const before = (await engine.statistics()).fsyncs
    await run(engine, 'insert into lost values (1)')
    expect((await engine.statistics()).fsyncs).toBe(before)
  })

  it('never acknowledges a commit the disk refused, and says the database has stopped', async () => {
    const fatal: Error[] = []
    const engine = await open({
      folder: created(),
      faults: { failFsyncAfter: 40 },
      onFatal: (error) => fatal.push(error),
    })
    const insertAll = async () => {
      await run(engine, 'create table refused (a int)')
      for (let i = 0; i < 100; i += 1) await run(engine, 'insert into refused values (1)')
    }
    await expect(insertAll()).rejects.toThrow(EngineFailure)
    await expect(run(engine, 'select 1')).rejects.toThrow(EngineFailure)
    expect(fatal).toHaveLength(1)
    expect(fatal[0]?.message.length).toBeLessThan(700)
  })

  it('refuses a folder that holds something else, and leaves it alone', async () => {
    const other = join(folder, '..')
    writeFileSync(join(other, 'lettre.txt'), 'à garder')
    await expect(open({ folder: other })).rejects.toThrow(/something else/)
    expect(readdirSync(other)).toContain('lettre.txt')
  })

  it('recycles its log at a checkpoint: after much writing, and five minutes after a little', async () => {
    const engine = await open({ folder: created() })
    const toReplay = async () =>
      Number(
        (
          await run(
            engine,
            'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) as n from pg_control_checkpoint()',
          )
        ).rows[0]?.['n'],
      )
    const walSize = () =>
      readdirSync(join(folder, 'pg_wal'), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, entry) => sum + statSync(join(folder, 'pg_wal', entry.name)).size, 0)
    const noon = new Date('2026-01-05T12:00:00Z').getTime()
    expect(await engine.maintain(new Date(noon))).toEqual({ checkpoint: false, vacuum: false })
    await run(engine, 'create table filled (a text)')
    for (let i = 0; i < 6; i += 1) {
      await run(engine, `insert into filled select repeat('x', 1000) from generate_series(1, 15000)`)
    }
    const before = walSize()
    expect(before).toBeGreaterThan(90_000_000)
    expect(await toReplay()).toBeGreaterThan(80_000_000)
    expect(await engine.maintain(new Date(noon + MINUTE))).toEqual({ checkpoint: true, vacuum: false })
    expect(await toReplay()).toBeLessThan(1_000_000)
    expect(walSize()).toBeLessThan(Math.min(before, 80_000_000))
    expect(await engine.maintain(new Date(noon + 9 * MINUTE))).toEqual({ checkpoint: false, vacuum: false })
    await run(engine, `insert into filled values ('x')`)
    expect((await engine.maintain(new Date(noon + 10 * MINUTE))).checkpoint).toBe(true)
  })

  it('vacuums at night, which makes dead rows go', async () => {
    const engine = await open({ folder: created() })
    await run(engine, 'create table dead (a int)')
    await run(engine, 'insert into dead select generate_series(1, 20000)')
    await run(engine, 'delete from dead where a > 10')
    const size = async () => (await run(engine, `select pg_relation_size('dead') as n`)).rows[0]?.['n']
    const evening = new Date('2026-01-05T20:00:00Z').getTime()
    const before = Number(await size())
    expect((await engine.maintain(new Date(evening))).vacuum).toBe(false)
    expect(await engine.maintain(new Date(evening + 7 * HOUR))).toEqual({ checkpoint: true, vacuum: true })
    expect(Number(await size())).toBeLessThan(before / 10)
    const { rows } = await run(engine, `select reltuples as n from pg_class where relname = 'dead'`)
    expect(rows).toEqual([{ n: 10 }])
    expect((await engine.maintain(new Date(evening + 8 * HOUR))).vacuum).toBe(false)
    expect((await engine.maintain(new Date(evening + 31 * HOUR))).vacuum).toBe(true)
  })

  it('lets the process end, and prints a short uncaught error', async () => {
    const url = new URL('embedded-engine.ts', import.meta.url).href
    const snapshot = await migratedSnapshot()
    const script = `const { openEmbeddedEngine } = await import(${JSON.stringify(url)});
      const engine = await openEmbeddedEngine({ snapshot: process.argv[1] }); const lease = await engine.acquire();
      setTimeout(() => { process.stderr.write('hung'); process.exit(9) }, 15000).unref();
      await lease.query('select nonsense')`
    const failure: unknown = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      script,
      snapshot,
    ]).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('column "nonsense" does not exist'),
    })
    expect(failure).toMatchObject({ stderr: expect.not.stringContaining('pglite/dist') })
    expect(JSON.stringify(failure).length).toBeLessThan(6000)
  })

  it('closes once the transaction in progress has ended', async () => {
    const engine = await inMemory()
    const lease = await engine.acquire()
    const closing = engine.close()
    await sleep(50)
    expect((await lease.query('select 1 as a')).rows).toEqual([{ a: 1 }])
    lease.release()
    await closing
    await expect(engine.acquire()).rejects.toThrow(EngineFailure)
  })
})
