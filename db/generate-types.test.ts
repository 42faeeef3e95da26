import { readFile } from 'node:fs/promises'
import { CamelCasePlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts'
import { generateTypes } from './generate-types.ts'

class Mapping extends CamelCasePlugin {
  roundTrip(name: string): string {
    return this.snakeCase(this.camelCase(name))
  }
}

describe('generated types', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase()
  })
  afterAll(() => test.close())

  it('are those of the migrations', async () => {
    const present = await readFile(new URL('tables.generated.ts', import.meta.url), 'utf8')
    expect(present, 'run `node db/generate-types.ts`').toBe(await generateTypes(test.admin))
  })

  it('come from names the query builder converts both ways', async () => {
    const { rows } = await test.admin.query<{ name: string }>(
      `select distinct column_name::text as name from information_schema.columns
       where table_schema not in ('pg_catalog', 'information_schema', 'jobs')`,
    )
    expect(rows.length).toBeGreaterThan(20)
    const mapping = new Mapping({ maintainNestedObjectKeys: true })
    expect(rows.filter(({ name }) => mapping.roundTrip(name) !== name)).toEqual([])
  })

  it('distinguish null, arrays, bytes and generated columns', async () => {
    await test.admin.exec(`
      create schema sample;
      create table sample.every_type (
        id uuid primary key, labels text[] not null, body bytea, payload jsonb, day_le date,
        made_at timestamptz not null default now(), key text generated always as ('k') stored
      )`)
    const text = await generateTypes(test.admin)
    for (const line of [
      "'sample.everyType'",
      'labels: string[]',
      'body: Buffer | null',
      'payload: unknown',
      'dayLe: string | null',
      'madeAt: Generated<Date>',
      'key: GeneratedAlways<string | null>',
    ]) {
      expect(text).toContain(line)
    }
  })
})
