import { setTimeout as sleep } from 'node:timers/promises'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { statementCount, type TransactionOptions } from '../db/index.ts'
import { describeOnEachEngine, type TestDatabase, testDatabase } from '../db/testing.ts'
import { createJobs, defineJob, type JobDefinition, type Jobs } from './index.ts'
import { createQueueDatabase } from './queue-database.ts'

const WRITE: TransactionOptions = {
  mode: 'write',
  role: 'porte_voix_application',
  settings: { 'app.actor': 'a' },
}

describeOnEachEngine('jobs', (kind) => {
  let test: TestDatabase
  const started: Jobs[] = []
  beforeAll(async () => {
    test = await testDatabase(kind)
  })
  afterEach(async () => {
    for (const jobs of started.splice(0)) await jobs.stop()
  })
  afterAll(() => test.close())

  const setUp = (
    jobs: readonly JobDefinition<never>[],
    errors: [string, string | null][] = [],
    work = true,
  ) => {
    const created = createJobs({
      engine: test.engine,
      jobs,
      timeZone: 'Europe/Paris',
      work,
      onError: (error, job) => errors.push([error.message, job]),
    })
    started.push(created)
    return created
  }
  const countJobs = async (name: string): Promise<unknown> =>
    (await test.admin.query('select count(*) as n from jobs.job where name = $1', [name])).rows[0]?.['n']

  it('runs a job sent in a transaction, once it is committed', async () => {
    const ran: unknown[] = []
    const job = defineJob<{ id: string }>({
      name: 'test.runs',
      run: async (payload) => void ran.push(payload),
    })
    const jobs = setUp([job])
    await jobs.start()
    await test.database.transaction(WRITE, async (tx) => {
      expect(await jobs.send(tx, job, { id: '1' })).toMatch(/^[0-9a-f-]{36}$/)
      if (kind === 'server') await sleep(300)
      expect(ran).toEqual([])
    })
    await expect.poll(() => ran, { timeout: 8000 }).toEqual([{ id: '1' }])
  })

  it('forgets a job sent in a transaction that rolls back', async () => {
    const job = defineJob<{ id: string }>({ name: 'test.undone', run: async () => undefined })
    const jobs = setUp([job], [], false)
    await jobs.start()
    const failure = test.database.transaction(WRITE, async (tx) => {
      await jobs.send(tx, job, { id: '1' })
      throw new Error('no')
    })
    await expect(failure).rejects.toThrow('no')
    expect(await countJobs(job.name)).toBe(0)
    await test.database.transaction(WRITE, (tx) => jobs.send(tx, job, { id: '2' }))
    expect(await countJobs(job.name)).toBe(1)
  })

  it('costs one statement per send, from the first one: the cache is warm', async () => {
    const job = defineJob({ name: 'test.warm', run: async () => undefined })
    const jobs = setUp([job], [], false)
    await jobs.start()
    await test.database.transaction(WRITE, async (tx) => {
      await jobs.send(tx, job, {})
      expect(statementCount(tx)).toBe(1)
    })
  })

  it('does not hang when the cache is cold: the lookup runs in the transaction', {
    timeout: 8000,
  }, async () => {
    const job = defineJob({ name: 'test.cold', run: async () => undefined })
    await setUp([job], [], false).start()
    // A process that has never heard of this queue.
    const other = setUp([], [], false)
    await other.start()
    await test.database.transaction(WRITE, (tx) => other.send(tx, job, {}))
    expect(await countJobs(job.name)).toBe(1)
  })

  it('tries again what failed, and tells', async () => {
    let attempts = 0
    const errors: [string, string | null][] = []
    const job = defineJob({
      name: 'test.retry',
      retryLimit: 1,
      run: async () => {
        attempts += 1
        throw new Error('pas encore')
      },
    })
    const jobs = setUp([job], errors)
    await jobs.start()
    await test.database.transaction(WRITE, (tx) => jobs.send(tx, job, {}))
    await expect.poll(() => errors, { timeout: 8000 }).toEqual([['pas encore', 'test.retry']])
    await expect
      .poll(
        async () => (await test.admin.query(`select state from jobs.job where name = 'test.retry'`)).rows,
        {
          timeout: 8000,
        },
      )
      .toEqual([{ state: 'retry' }])
    expect(attempts).toBe(1)
  })

  it('keeps one waiting job per singleton key', async () => {
    const job = defineJob({ name: 'test.single', run: async () => undefined })
    const jobs = setUp([job], [], false)
    await jobs.start()
    const send = () => test.database.transaction(WRITE, (tx) => jobs.send(tx, job, {}, { singletonKey: 'k' }))
    expect(await send()).not.toBeNull()
    expect(await send()).toBeNull()
  })

  it('sends again under the same key what was done a moment ago', async () => {
    const ran: unknown[] = []
    const job = defineJob({ name: 'test.again', run: async () => void ran.push(1) })
    const jobs = setUp([job])
    await jobs.start()
    const send = () => test.database.transaction(WRITE, (tx) => jobs.send(tx, job, {}, { singletonKey: 'k' }))
    for (let done = 1; done <= 4; done += 1) {
      await send()
      await expect.poll(() => ran.length, { timeout: 8000, interval: 5 }).toBe(done)
      const waits = "select 1 from jobs.job where name = 'test.again' and state < 'completed'"
      await expect.poll(async () => (await test.admin.query(waits)).rows.length, { interval: 5 }).toBe(0)
    }
  })

  it('schedules crons in the time zone, and forgets those that are gone', async () => {
    const job = defineJob({ name: 'test.cron', cron: '15 3 * * *', run: async () => undefined })
    const schedules = async () =>
      (await test.admin.query('select name, cron, timezone from jobs.schedule')).rows
    await setUp([job]).start()
    expect(await schedules()).toEqual([{ name: 'test.cron', cron: '15 3 * * *', timezone: 'Europe/Paris' }])
    await setUp([]).start()
    expect(await schedules()).toEqual([])
  })

  it('lets the library maintain its queues as the application, which owns nothing', async () => {
    const errors: string[] = []
    await setUp([defineJob({ name: 'test.quiet', run: async () => undefined })], [], false).start()
    const boss = new PgBoss({
      db: createQueueDatabase(test.engine),
      backend: kind === 'embedded' ? 'pglite' : 'postgres',
      schema: 'jobs',
      migrate: false,
      supervise: false,
      schedule: false,
      reindex: false,
      monitorVacuum: false,
    })
    boss.on('error', (error) => errors.push(error.message))
    boss.on('warning', (warning) => errors.push(warning.message))
    await boss.start()
    await boss.supervise()
    await boss.stop()
    expect(errors).toEqual([])
  })

  it('stands on the tables the library expects', async () => {
    const boss = new PgBoss({ db: createQueueDatabase(test.engine), schema: 'jobs', migrate: false })
    const report = await boss.detectSchemaDrift()
    expect(report).toMatchObject({ ok: true })
    expect(getConstructionPlans('jobs')).toContain(`VALUES ('${await boss.schemaVersion()}')`)
  })
})
