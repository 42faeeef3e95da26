import { createServer, Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { EngineFailure, isLockTimeout } from './errors.ts'
import { openServerEngine } from './server-engine.ts'
import { type TestDatabase, testDatabase } from './testing.ts'
import { findServer, superuserUrl } from './testing-server.ts'
import type { TransactionOptions, Tx } from './transaction.ts'

const WRITE: TransactionOptions = {
  mode: 'write',
  role: 'porte_voix_application',
  settings: { 'app.actor': 'a' },
}

describe.runIf(findServer() !== null)('server engine', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase('server')
    await test.admin.exec(`
      create table platform.counter (id int primary key, n int not null);
      insert into platform.counter values (1, 0), (2, 0);
      grant select, update on platform.counter to porte_voix_application;
    `)
  })
  afterAll(() => test.close())
  const transaction = <T>(options: Partial<TransactionOptions>, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    test.database.transaction({ ...WRITE, ...options }, fn)

  it('survives a connection cut during a transaction, and takes another', async () => {
    let pid = 0
    const open = transaction({}, async (tx) => {
      pid = (await tx.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0
      await new Promise((resolve) => setTimeout(resolve, 300))
      await tx.query('select 1')
    })
    const killed = (async () => {
      while (pid === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      await test.admin.query('select pg_terminate_backend($1)', [pid])
    })()
    await expect(open).rejects.toThrow(EngineFailure)
    await killed
    expect(await transaction({}, async (tx) => (await tx.query('select 1 as a')).rows)).toEqual([{ a: 1 }])
  })

  it('gives up a lock and a statement after the time given', async () => {
    const holder = Promise.withResolvers<void>()
    const locked = Promise.withResolvers<void>()
    const first = transaction({}, async (tx) => {
      await tx.query('select 1 from platform.counter where id = 1 for update')
      locked.resolve()
      await holder.promise
    })
    await locked.promise
    const error: unknown = await transaction({ lockTimeoutMs: 50 }, (tx) =>
      tx.query('update platform.counter set n = 1 where id = 1'),
    ).catch((e: unknown) => e)
    holder.resolve()
    await first
    expect(isLockTimeout(error)).toBe(true)
    await expect(
      transaction({ statementTimeoutMs: 50 }, (tx) => tx.query('select pg_sleep(5)')),
    ).rejects.toMatchObject({
      code: '57014',
    })
  })

  it.each([
    [true, 'succeeds'],
    [false, 'fails'],
  ])('with retry %s, one of two deadlocked transactions %s', async (retry) => {
    const meeting = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let attempts = 0
    const cross = (mine: number, other: number) =>
      transaction({ retry }, async (tx) => {
        attempts += 1
        await tx.query('update platform.counter set n = n + 1 where id = $1', [mine])
        meeting[mine - 1]?.resolve()
        await meeting[other - 1]?.promise
        await tx.query('update platform.counter set n = n + 1 where id = $1', [other])
      })
    const results = await Promise.allSettled([cross(1, 2), cross(2, 1)])
    expect(attempts).toBe(retry ? 3 : 2)
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(retry ? 0 : 1)
  })

  it('spreads a burst over few connections, and over others when these are held long', async () => {
    const engine = await openServerEngine({ url: await superuserUrl(), lanes: 2 })
    const pids = (statement: string) => async (): Promise<number> => {
      const lease = await engine.acquire()
      const { rows } = await lease.query<{ pid: number }>(statement)
      lease.release()
      return rows[0]?.pid ?? 0
    }
    const brief = pids('select pg_backend_pid() as pid, pg_sleep(0.01)')
    const long = pids('select pg_backend_pid() as pid, pg_sleep(0.8)')
    expect(new Set(await Promise.all(Array.from({ length: 20 }, brief))).size).toBe(2)
    expect(new Set(await Promise.all([long(), long(), brief()])).size).toBe(3)
    await engine.close()
  })

  it('says at once that the server cannot be reached', async () => {
    await expect(openServerEngine({ url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toThrow(
      EngineFailure,
    )
  })
})

describe('a connection left idle', () => {
  it('shows a sign of life every minute, before a firewall forgets it', async () => {
    const server = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const keepAlive = vi.spyOn(Socket.prototype, 'setKeepAlive')
    await openServerEngine({ url: `postgres://nobody@127.0.0.1:${port}/none` }).catch(() => undefined)
    expect(keepAlive).toHaveBeenCalledWith(true, 60_000)
    keepAlive.mockRestore()
    server.close()
  })
})
