import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MIGRATIONS_FOLDER, migrate, readMigrations } from './migrate.ts'
import { describeOnEachEngine, type TestDatabase, testDatabase } from './testing.ts'
import { type EngineAsOwner, engineAsOwner } from './testing-owner.ts'

describeOnEachEngine('migrations', (kind) => {
  let folder: string
  let test: TestDatabase
  let owner: EngineAsOwner
  beforeAll(async () => {
    test = await testDatabase(kind)
    owner = await engineAsOwner(test)
    folder = mkdtempSync(join(tmpdir(), 'porte-voix-migrations-'))
    for (const { name, text } of await readMigrations()) writeFileSync(join(folder, name), text)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await owner.close()
    await test.close()
  })
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const run = () => migrate(owner.engine, { folder })
  const names = async () =>
    (
      await test.admin.query<{ name: string }>(
        `select name from platform.migration where name > '2999' order by 1`,
      )
    ).rows

  it('finds nothing left to do on an up-to-date database', async () => {
    expect(await migrate(owner.engine, { folder: MIGRATIONS_FOLDER })).toEqual([])
  })

  it('applies the new files in order, once, however many processes ask', async () => {
    write('29990101T0000-b.sql', 'create table platform.b (a int); insert into platform.b values (1);')
    write('29990102T0000-c.sql', 'insert into platform.b values (2);')
    const done = await Promise.all([run(), run(), run()])
    expect(done.flat()).toEqual(['29990101T0000-b.sql', '29990102T0000-c.sql'])
    expect((await test.admin.query('select a from platform.b order by a')).rows).toEqual([{ a: 1 }, { a: 2 }])
  })

  it('undoes the whole of a migration that fails, and says which', async () => {
    write('29990103T0000-d.sql', 'create table platform.d (a int); select 1/0;')
    await expect(run()).rejects.toThrow(/29990103T0000-d\.sql.*division by zero/)
    expect((await test.admin.query(`select to_regclass('platform.d') as t`)).rows).toEqual([{ t: null }])
    expect(await names()).toHaveLength(2)
    rmSync(join(folder, '29990103T0000-d.sql'))
  })

  it('refuses a migration changed since, with what to do', async () => {
    write('29990102T0000-c.sql', 'insert into platform.b values (3);')
    await expect(run()).rejects.toThrow(/a changé depuis.*nouvelle migration/)
    write('29990102T0000-c.sql', 'insert into platform.b values (2);')
    await expect(run()).resolves.toEqual([])
  })

  it('refuses a file that would slip before an applied one', async () => {
    write('29990101T1200-late.sql', 'select 1;')
    await expect(run()).rejects.toThrow(/nom postérieur/)
    rmSync(join(folder, '29990101T1200-late.sql'))
  })

  it('refuses a database more recent than this version', async () => {
    const text = 'insert into platform.b values (2);'
    rmSync(join(folder, '29990102T0000-c.sql'))
    await expect(run()).rejects.toThrow(/version plus récente/)
    write('29990102T0000-c.sql', text)
  })
})
