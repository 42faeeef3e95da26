import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStatementNames } from './prepared.ts'
import { describeOnEachEngine, type TestDatabase, testDatabase } from './testing.ts'
import type { Tx } from './transaction.ts'

it('names a statement from its third use on, always the same', () => {
  const nameOf = createStatementNames()
  const names = Array.from({ length: 5 }, () => nameOf('select 1'))
  expect(names).toEqual([null, null, 'p0', 'p0', 'p0'])
})

it.each([
  ['a list', 'select id from t where a = $1 order by b limit 50'],
  ['a search', 'select id from t where tsv @@ $1'],
  ['a setting', "select set_config('a', 'b', true)"],
  ['a transaction', 'commit'],
])('never names %s', (_what, text) => {
  const nameOf = createStatementNames()
  expect(Array.from({ length: 5 }, () => nameOf(text)).filter((name) => name !== null)).toEqual([])
})

it('keeps two hundred plans a session at most', () => {
  const nameOf = createStatementNames()
  const all = Array.from({ length: 300 }, (_, i) => [1, 2, 3].map(() => nameOf(`select ${i}`)).at(-1))
  expect(all.filter((name) => name !== null)).toHaveLength(200)
})

describeOnEachEngine('statements whose plan is kept', (kind) => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase(kind)
    await test.admin.exec(`
      create table platform.note (owner text not null, text text not null);
      alter table platform.note enable row level security;
      alter table platform.note force row level security;
      create policy own on platform.note using (owner = (select current_setting('app.actor', true)));
      grant select, insert on platform.note to porte_voix_application;
      insert into platform.note values ('a', 'of a'), ('b', 'of b');
    `)
  })
  afterAll(() => test.close())
  const as = (actor: string) =>
    ({ mode: 'write', role: 'porte_voix_application', settings: { 'app.actor': actor } }) as const
  const notesOf = (actor: string) =>
    test.database.transaction(as(actor), async (tx) => {
      const { rows } = await tx.query<{ text: string }>('select text from platform.note order by text')
      return rows.map(({ text }) => text)
    })

  it('show each actor its own rows, whoever the plan was made for', async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      expect(await notesOf('a')).toEqual(['of a'])
      expect(await notesOf('b')).toEqual(['of b'])
      expect(await notesOf('c')).toEqual([])
    }
  })

  it('survive the transaction that failed while they were made', async () => {
    const text = 'select text from platform.note where text = $1 and 1 / (length($2) - 1) = 1'
    const find = (length: string) =>
      test.database.transaction(as('a'), async (tx) => (await tx.query(text, ['of a', length])).rows.length)
    for (let turn = 0; turn < 6; turn += 1) await expect(find('x')).rejects.toThrow(/division by zero/)
    for (let turn = 0; turn < 6; turn += 1) expect(await find('xx')).toBe(1)
  })

  describe('once a column of theirs has changed type', () => {
    let round = 0
    /** A table whose plans are kept by every session at hand, then a migration under them. */
    const migrated = async () => {
      round += 1
      const table = `platform.counted_${round}`
      await test.admin.exec(`create table ${table} (n int); insert into ${table} values (7);
        grant select, update on ${table} to porte_voix_application`)
      const text = `select n from ${table}`
      const read = (tx: Tx) => tx.query<{ n: unknown }>(text).then(({ rows }) => rows[0]?.n)
      const bothWarm = async (): Promise<void> => {
        const meeting = Promise.withResolvers<void>()
        const warm = async (tx: Tx) => {
          for (let turn = 0; turn < 4; turn += 1) await read(tx)
        }
        if (kind === 'embedded') return test.database.transaction(as('a'), warm)
        await Promise.all([
          test.database.transaction(as('a'), (tx) => warm(tx).then(() => meeting.promise)),
          test.database.transaction(as('a'), (tx) => warm(tx).then(() => meeting.resolve())),
        ])
      }
      await bothWarm()
      await test.admin.exec(`alter table ${table} alter column n type text using 'n=' || n`)
      return { table, read }
    }

    it('are made again, in every session: a read sees nothing of it', async () => {
      const { read } = await migrated()
      let attempts = 0
      const once = () =>
        test.database.transaction({ ...as('a'), mode: 'read' }, async (tx) => {
          await tx.query('select 1')
          attempts += 1
          return read(tx)
        })
      expect(await Promise.all([once(), once()])).toEqual(['n=7', 'n=7'])
      expect(attempts).toBeLessThanOrEqual(4)
      expect(await once()).toBe('n=7')
    })

    it.each([true, false])('run a write again when it may (retry %s)', async (retry) => {
      const { table, read } = await migrated()
      const write = test.database.transaction({ ...as('a'), retry }, async (tx) => {
        await tx.query(`update ${table} set n = n || '!'`)
        return read(tx)
      })
      if (retry) expect(await write).toBe('n=7!')
      else await expect(write).rejects.toMatchObject({ code: '0A000' })
      // nothing was written twice, nor left half done
      const { rows } = await test.admin.query(`select n from ${table} -- not the kept one`)
      expect(rows).toEqual([{ n: retry ? 'n=7!' : 'n=7' }])
    })

    it('run a write again when its first statement met it', async () => {
      const { read } = await migrated()
      expect(await test.database.transaction(as('a'), read)).toBe('n=7')
    })
  })

  it('are kept by the session: the same statement is planned once', async () => {
    const prepared = await test.database.transaction(as('a'), async (tx) => {
      for (let turn = 0; turn < 5; turn += 1)
        await tx.query('select count(*) from platform.note where owner = $1', ['a'])
      const { rows } = await tx.query<{ n: number }>(
        "select count(*)::int as n from pg_prepared_statements where statement like 'select count(*) from platform.note%'",
      )
      return rows[0]?.n
    })
    expect(prepared).toBe(1)
  })
})
