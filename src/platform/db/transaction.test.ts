import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentTransaction, isUniqueViolation, sql, statementCount, tables } from './index.ts'
import { describeOnEachEngine, type TestDatabase, testDatabase } from './testing.ts'
import type { TransactionOptions, Tx } from './transaction.ts'

interface Tables {
  'platform.idempotence': { actorKey: string; key: string; operation: string; inputDigest: Buffer }
}

const as = (actor: string, mode: 'read' | 'write' = 'write'): TransactionOptions => ({
  mode,
  role: 'porte_voix_application',
  settings: { 'app.actor': actor },
})

describeOnEachEngine('transaction', (kind) => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase(kind)
  })
  afterAll(() => test.close())

  const insert = (tx: Tx, actorKey: string, key: string) =>
    tables<Tables>(tx)
      .insertInto('platform.idempotence')
      .values({ actorKey, key, operation: 'x', inputDigest: Buffer.from([0, 255]) })
      .executeTakeFirstOrThrow()
  const keysOf = (actor: string) =>
    test.database.transaction(as(actor, 'read'), (tx) =>
      tables<Tables>(tx).selectFrom('platform.idempotence').selectAll().execute(),
    )

  it('commits what resolves, under row level security', async () => {
    const key = randomUUID()
    const result = await test.database.transaction(as('a'), (tx) => insert(tx, 'a', key))
    expect(result.numInsertedOrUpdatedRows).toBe(1n)
    expect(await keysOf('a')).toMatchObject([{ actorKey: 'a', key, inputDigest: Buffer.from([0, 255]) }])
    expect(await keysOf('b')).toEqual([])
  })

  it('rolls back what throws', async () => {
    const failure = test.database.transaction(as('c'), async (tx) => {
      await insert(tx, 'c', randomUUID())
      throw new Error('no')
    })
    await expect(failure).rejects.toThrow('no')
    expect(await keysOf('c')).toEqual([])
  })

  it('refuses to commit after a statement whose error was swallowed', async () => {
    const failure = test.database.transaction(as('d'), async (tx) => {
      await insert(tx, 'd', randomUUID())
      await tx.query('select 1/0').catch(() => undefined)
    })
    await expect(failure).rejects.toThrow(/rolled back/)
    expect(await keysOf('d')).toEqual([])
  })

  it('runs nothing when it could not open, whoever swallows the error', async () => {
    const failure = test.database.transaction({ ...as('o'), role: 'no_such_role' }, async (tx) => {
      await insert(tx, 'o', randomUUID()).catch(() => undefined)
      await Promise.allSettled([insert(tx, 'o', randomUUID()), insert(tx, 'o', randomUUID())])
    })
    await expect(failure).rejects.toThrow(/rolled back/)
    const { rows } = await test.admin.query("select 1 from platform.idempotence where actor_key = 'o'")
    expect(rows).toEqual([])
    await test.database.transaction(as('o'), (tx) => insert(tx, 'o', randomUUID()))
    expect(await keysOf('o')).toHaveLength(1)
  })

  it('runs nothing after its end: what nobody waited for is refused', async () => {
    const late: Promise<unknown>[] = []
    await test.database.transaction(as('p'), async (tx) => {
      const text = `insert into platform.idempotence (actor_key, key, operation, input_digest, created_at)
        values ('p', $1, 'x', '', now())`
      for (let i = 0; i < 2; i += 1) late.push(tx.query(text, [randomUUID()]).catch((e: unknown) => e))
    })
    expect(String(await late[1])).toMatch(/has ended/)
    expect(await keysOf('p')).toHaveLength(1)
  })

  it('asks nothing of the database when nothing is asked of it', async () => {
    expect(await test.database.transaction({ ...as('q'), role: 'no_such_role' }, async () => 1)).toBe(1)
  })

  it('says that a read was rolled back when it swallowed an error', async () => {
    const failure = test.database.transaction(as('r', 'read'), async (tx) => {
      await tx.query('select 1')
      await tx.query('select 1/0').catch(() => undefined)
    })
    await expect(failure).rejects.toThrow(/rolled back/)
  })

  it('writes nothing in read mode', async () => {
    await expect(
      test.database.transaction(as('e', 'read'), (tx) => insert(tx, 'e', randomUUID())),
    ).rejects.toMatchObject({ code: '25006' })
  })

  it('throws at once when nested, instead of waiting for itself', async () => {
    const started = Date.now()
    await expect(
      test.database.transaction(as('f'), () => test.database.transaction(as('f'), async () => 1)),
    ).rejects.toThrow(/already open/)
    expect(Date.now() - started).toBeLessThan(2000)
  })

  it('refuses a Tx that outlived its transaction', async () => {
    const tx = await test.database.transaction(as('g'), async (open) => open)
    await expect(tx.query('select 1')).rejects.toThrow(/has ended/)
    expect(currentTransaction()).toBeNull()
  })

  it('forgets role and settings at the end', async () => {
    await test.database.transaction(as('h'), async (tx) => {
      const { rows } = await tx.query('select current_user::text as u, current_setting($1) as a', [
        'app.actor',
      ])
      expect(rows).toEqual([{ u: 'porte_voix_application', a: 'h' }])
      expect(currentTransaction()).toBe(tx)
    })
    const { rows } = await test.admin.query("select current_setting('app.actor', true) as a")
    expect(rows[0]?.['a'] ?? '').toBe('')
  })

  it('keeps a setting byte for byte, whatever it holds', async () => {
    const text = "l'apostrophe, la \\ barre, $1, ';--', « é », \u{1f4e3}"
    await test.database.transaction(as(text), async (tx) => {
      const { rows } = await tx.query("select current_setting('app.actor') as a")
      expect(rows).toEqual([{ a: text }])
    })
  })

  it('counts its statements', async () => {
    await test.database.transaction(as('i'), async (tx) => {
      await tx.query('select 1')
      await sql`select 2`.execute(tables(tx))
      expect(statementCount(tx)).toBe(2)
    })
  })

  it('names the constraint a duplicate broke', async () => {
    const key = randomUUID()
    await test.database.transaction(as('j'), (tx) => insert(tx, 'j', key))
    const error: unknown = await test.database
      .transaction(as('j'), (tx) => insert(tx, 'j', key))
      .catch((e: unknown) => e)
    expect(isUniqueViolation(error, 'idempotence_pkey')).toBe(true)
    expect(isUniqueViolation(error, 'other')).toBe(false)
  })

  it('gives the session fairly to concurrent callers', async () => {
    const order: number[] = []
    await Promise.all(
      [1, 2, 3, 4].map((n) =>
        test.database.transaction(as('k'), async (tx) => {
          await tx.query('select pg_sleep(0.01)')
          order.push(n)
        }),
      ),
    )
    expect([...order].sort()).toEqual([1, 2, 3, 4])
    if (kind === 'embedded') expect(order).toEqual([1, 2, 3, 4])
  })
})
