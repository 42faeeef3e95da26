import { afterAll, beforeAll, expect, it } from 'vitest'
import { planForEachSearch } from './search.ts'
import { describeOnEachEngine, type TestDatabase, testDatabase } from './testing.ts'
import type { TransactionOptions, Tx } from './transaction.ts'

const READ: TransactionOptions = {
  mode: 'read',
  role: 'porte_voix_application',
  settings: { 'app.group': '1' },
}

const TABLE = `
  create schema sample;
  create table sample.letter (id int primary key, group_id int not null, words tsvector not null);
  insert into sample.letter
    select i, i % 3, to_tsvector('simple', concat_ws(' ', 'commun', 'm' || i % 40000, 'm' || (i * 7) % 40000, 'g' || i % 50))
    from generate_series(1, 40000) i;
  create index letter_words on sample.letter using gin (words) with (fastupdate = off);
  alter table sample.letter enable row level security;
  alter table sample.letter force row level security;
  grant usage on schema sample to porte_voix_application, porte_voix_definer;
  grant select on sample.letter to porte_voix_application, porte_voix_definer;
  create policy own_group on sample.letter for select to porte_voix_application
    using (group_id = (select nullif(current_setting('app.group', true), '')::int));
  create policy definer_reads on sample.letter for select to porte_voix_definer using (true);
  create function sample.find(wanted text) returns setof int
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $f$
    begin
      return query execute 'select id from sample.letter where words @@ plainto_tsquery(''simple'', $1)' using wanted;
    end $f$;
  alter function sample.find(text) owner to porte_voix_definer;
  analyze sample.letter;
`

describeOnEachEngine('full text search under row level security', (kind) => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase(kind)
    await test.admin.exec(TABLE)
  })
  afterAll(() => test.close())

  /** How many times the statement opened the GIN index, and what it found. */
  const search = (text: string, values: unknown[]) =>
    test.database.transaction(READ, async (tx: Tx) => {
      await planForEachSearch(tx)
      const { rows } = await tx.query(text, values)
      const scans = await tx.query<{ n: number }>(
        `select pg_stat_get_xact_numscans('sample.letter_words'::regclass) as n`,
      )
      return { found: rows.map((row) => row['id']), scans: scans.rows[0]?.n }
    })
  const Direct = `select id from sample.letter where words @@ plainto_tsquery('simple', $1) order by id`
  const Through =
    'select l.id from sample.find($1) as f (id) join sample.letter l on l.id = f.id order by l.id'

  it('does not use the index when the table is searched directly: the trap is real', async () => {
    expect((await search(Direct, ['m12'])).scans).toBe(0)
  })

  it('uses it through a definer function, and returns the same rows, within the perimeter', async () => {
    const [direct, through] = [await search(Direct, ['m12']), await search(Through, ['m12'])]
    expect(through.scans).toBeGreaterThan(0)
    expect(through.found).toEqual(direct.found)
    expect(through.found.length).toBeGreaterThan(0)
    expect((await search(Through, ['commun'])).found.every((id) => Number(id) % 3 === 1)).toBe(true)
    expect((await search(Through, ['inconnu'])).found).toEqual([])
  })

  it('plans for each search in that transaction only', async () => {
    const setting = async (tx: Tx) => (await tx.query('show plan_cache_mode')).rows[0]
    await test.database.transaction(READ, async (tx) => {
      await planForEachSearch(tx)
      expect(await setting(tx)).toEqual({ plan_cache_mode: 'force_custom_plan' })
    })
    await test.database.transaction(READ, async (tx) => {
      expect(await setting(tx)).toEqual({ plan_cache_mode: 'auto' })
    })
  })

  it('takes rare words for rare once the statistics target is raised', async () => {
    const estimate = async (): Promise<number> => {
      const { rows } = await test.admin.query(
        `explain (format json) select id from sample.letter where words @@ 'jamaisvu'::tsquery`,
      )
      return Number(/"Plan Rows": ?(\d+)/.exec(JSON.stringify(rows))?.[1])
    }
    await test.admin.exec(
      'alter table sample.letter alter column words set statistics 1; analyze sample.letter',
    )
    const before = await estimate()
    await test.admin.exec(
      'alter table sample.letter alter column words set statistics 1000; analyze sample.letter',
    )
    expect(await estimate()).toBeLessThan(before / 10)
  })
})
