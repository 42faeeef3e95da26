import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Engine, withSession } from './engine.ts'
import { assertSafeLogin, tablesWithoutForcedSecurity, unsafeDefinerFunctions } from './guard-roles.ts'
import { openServerEngine } from './server-engine.ts'
import { describeOnEachEngine, type TestDatabase, testDatabase } from './testing.ts'
import { findServer, openServerTestEngines, type ServerTestEngines } from './testing-server.ts'

describeOnEachEngine('guards', (kind) => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase(kind)
  })
  afterAll(() => test.close())

  it('finds row level security forced on every table but the list of migrations', async () => {
    expect(await tablesWithoutForcedSecurity(test.admin)).toEqual(['platform.migration'])
  })

  it('sees a table that escapes row level security', async () => {
    await test.admin.exec(
      'create table platform.escaped (a int); alter table platform.escaped enable row level security',
    )
    expect(await tablesWithoutForcedSecurity(test.admin)).toContain('platform.escaped')
    await test.admin.exec('drop table platform.escaped')
  })

  it('finds every definer function owned by the definer, with its search_path pinned', async () => {
    expect(await unsafeDefinerFunctions(test.admin)).toEqual([])
    await test.admin.exec(
      `create function platform.loose() returns int language sql security definer as 'select 1'`,
    )
    expect(await unsafeDefinerFunctions(test.admin)).toEqual(['platform.loose'])
    await test.admin.exec('drop function platform.loose()')
  })

  if (kind === 'embedded') {
    it('refuses a superuser, in French', async () => {
      await expect(withSession(test.engine, assertSafeLogin)).rejects.toThrow(/superutilisateur/)
    })
  }
})

describe.runIf(findServer() !== null)('guard of the login of DATABASE_URL', () => {
  // A login of its own: roles belong to the cluster, which the other test files share.
  const login = `porte_voix_guard_${process.pid}`
  let engines: ServerTestEngines
  let engine: Engine
  const asAdmin = (text: string) => withSession(engines.admin, (session) => session.exec(text))

  beforeAll(async () => {
    engines = await openServerTestEngines()
    await asAdmin(`create role ${login} login password 'guard'`)
    const url = new URL(engines.adminUrl)
    url.username = login
    url.password = 'guard'
    engine = await openServerEngine({ url: url.href, poolSize: 1 })
  })
  afterAll(async () => {
    await engine.close()
    await asAdmin(`drop owned by ${login}; drop role ${login}`)
    await engines.close()
  })
  beforeEach(() =>
    asAdmin(`
      alter role ${login} nosuperuser nobypassrls;
      drop table if exists platform.owned;
      revoke porte_voix_definer from ${login};
      grant porte_voix_application to ${login};
    `),
  )
  const check = () => withSession(engine, assertSafeLogin)

  it('accepts an ordinary login', async () => {
    await expect(check()).resolves.toBeUndefined()
  })

  it.each([
    ['a superuser', `alter role ${login} superuser`, /superutilisateur/],
    ['a login that bypasses row level security', `alter role ${login} bypassrls`, /BYPASSRLS/],
    [
      'the owner of a table',
      `create table platform.owned (a int); alter table platform.owned owner to ${login}`,
      /possède la table platform\.owned/,
    ],
    ['a login that may become the definer', `grant porte_voix_definer to ${login}`, /porte_voix_definer/],
    [
      'a login the migration did not see',
      `revoke porte_voix_application from ${login}`,
      /lancez la migration/,
    ],
  ])('refuses %s', async (_, change, sentence) => {
    await asAdmin(change)
    await expect(check()).rejects.toThrow(sentence)
  })
})
