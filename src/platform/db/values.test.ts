import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_ROWS, withSession } from './engine.ts'
import { describeOnEachEngine, type TestDatabase, testDatabase } from './testing.ts'
import { formatValue } from './values.ts'

const instant = new Date('2026-02-03T04:05:06.789Z')
const UUID = '01890000-0000-7000-8000-000000000001'

/** type, parameter, value read back */
const TYPES: [string, unknown, unknown][] = [
  ['boolean', true, true],
  ['int2', 7, 7],
  ['int4', -7, -7],
  ['int8', 9_007_199_254_740_991, 9_007_199_254_740_991],
  ['int8', 12n, 12],
  ['float8', 1.5, 1.5],
  ['numeric', '12.30', '12.30'],
  ['text', 'L’été, «\u202Foù\u202F»\n"\\', 'L’été, «\u202Foù\u202F»\n"\\'],
  ['text', '', ''],
  ['text', null, null],
  ['text', undefined, null],
  ['uuid', UUID, UUID],
  ['date', '2026-03-29', '2026-03-29'],
  ['timestamptz', instant, instant],
  ['timestamptz', new Date('1890-05-04T00:00:00Z'), new Date('1890-05-04T00:00:00Z')],
  ['bytea', Buffer.from([0, 1, 254, 255]), Buffer.from([0, 1, 254, 255])],
  ['bytea', new Uint8Array([9]), Buffer.from([9])],
  ['bytea', Buffer.alloc(0), Buffer.alloc(0)],
  ['jsonb', JSON.stringify({ aB: [1, null, 'é'] }), { aB: [1, null, 'é'] }],
  ['json', JSON.stringify('text'), 'text'],
  ['jsonb', JSON.stringify([1, 2]), [1, 2]],
  ['text[]', ['a', 'b,c', '"d"', '\\', '', 'NULL', null], ['a', 'b,c', '"d"', '\\', '', 'NULL', null]],
  ['text[]', [], []],
  ['text[]', [['a'], ['b']], [['a'], ['b']]],
  ['uuid[]', [UUID], [UUID]],
  ['int8[]', [1, 2], [1, 2]],
  ['date[]', ['2026-01-01'], ['2026-01-01']],
  ['timestamptz[]', [instant], [instant]],
  ['bytea[]', [Buffer.from([1])], [Buffer.from([1])]],
  ['boolean[]', [true, false], [true, false]],
]

describeOnEachEngine('types', (kind) => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase(kind)
  })
  afterAll(() => test.close())

  it.each(TYPES)('%s %o comes back as %o', async (type, value, expected) => {
    const { rows } = await test.admin.query(`select $1::${type} as v`, [value])
    expect(rows).toEqual([{ v: expected }])
    if (Buffer.isBuffer(expected)) expect(Buffer.isBuffer(rows[0]?.['v'])).toBe(true)
  })

  it('refuses an int8 a number cannot hold, rather than round it', async () => {
    await expect(test.admin.query('select 9007199254740993::int8 as v')).rejects.toThrow(/int8/)
    expect((await test.admin.query('select 1 as v')).rows).toEqual([{ v: 1 }])
  })

  it('says which command ran and how many rows it touched', async () => {
    await test.admin.exec('create table platform.counted (a int)')
    expect(await test.admin.query('insert into platform.counted values (1), (2)')).toEqual({
      rows: [],
      rowCount: 2,
      command: 'INSERT',
    })
    expect(await test.admin.query('update platform.counted set a = 3 where a = 9')).toMatchObject({
      rowCount: 0,
    })
    expect((await test.admin.query('select a from platform.counted')).rowCount).toBe(2)
    await test.admin.exec('drop table platform.counted')
  })

  it('refuses an answer of too many rows, and goes on', async () => {
    await expect(test.admin.query(`select generate_series(1, ${MAX_ROWS + 1})`)).rejects.toThrow(/page it/)
    expect((await test.admin.query(`select generate_series(1, ${MAX_ROWS})`)).rowCount).toBe(MAX_ROWS)
  })

  it('takes one statement in query, several in exec, where VACUUM is refused as in any transaction', async () => {
    await expect(test.admin.query('select 1; select 2')).rejects.toMatchObject({ code: '42601' })
    await expect(test.admin.exec('select 1; vacuum')).rejects.toMatchObject({ code: '25001' })
    await expect(test.admin.exec('create table platform.half (a int); select 1/0')).rejects.toMatchObject({
      code: '22012',
    })
    const { rows } = await test.admin.query(`select to_regclass('platform.half') as t`)
    expect(rows).toEqual([{ t: null }])
  })

  it('describes an error briefly, and without the values of the row', async () => {
    await test.admin.exec('create table platform.secret (a text primary key)')
    const insert = () => test.admin.query('insert into platform.secret values ($1)', ['Dupont'])
    await insert()
    const error: unknown = await insert().catch((e: unknown) => e)
    expect(error).toMatchObject({ name: 'DatabaseError', code: '23505', constraint: 'secret_pkey' })
    const printed = JSON.stringify(error) + String(error) + (error instanceof Error ? error.stack : '')
    expect(printed).not.toContain('Dupont')
    expect(printed.length).toBeLessThan(3000)
    expect(printed).toContain('values.test.ts')
    await test.admin.exec('drop table platform.secret')
  })

  it('listens to notifications', async () => {
    const heard: string[] = []
    const stop = await test.engine.listen('canal', (payload) => heard.push(payload))
    await withSession(test.engine, (session) => session.query(`select pg_notify('canal', 'bonjour')`))
    await expect.poll(() => heard).toEqual(['bonjour'])
    await stop()
  })
})

describe('parameters', () => {
  it('refuse a plain object: the caller says it is JSON', () => {
    expect(() => formatValue({ a: 1 })).toThrow(/JSON\.stringify/)
  })
})
