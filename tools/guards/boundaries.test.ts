import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeTree, fakeTree } from '../testing/fake-tree.ts'
import { checkBoundaries } from './boundaries.ts'

const PACKAGE = JSON.stringify({
  name: 'fake',
  type: 'module',
  imports: Object.fromEntries(
    ['platform', 'core', 'cases', 'activities', 'app'].map((layer) => [`#${layer}/*`, `./src/${layer}/*`]),
  ),
  dependencies: { kysely: '1', zod: '1', react: '1' },
})

const library = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({
    name,
    version: '1.0.0',
    type: 'module',
    exports: './i.js',
  }),
  [`node_modules/${name}/i.js`]: 'export const sql = 1\n',
})

const imports = (...paths: string[]) => `${paths.map((path) => `import '${path}'`).join('\n')}\n`
const leaf = 'export const a = 1\n'

/** One file behind each door, so that both trees have something to reach. */
const GROUND = {
  'package.json': PACKAGE,
  ...library('kysely'),
  ...library('zod'),
  ...library('react'),
  'src/platform/keys.ts': leaf,
  'src/platform/db/kysely.ts': imports('kysely'),
  'src/platform/web/button.tsx': leaf,
  ...Object.fromEntries(
    [
      'core/journal',
      'core/dossiers',
      'cases/eloges',
      'cases/mediations',
      'activities/rapports',
      'activities/enquetes',
    ].flatMap((module) => [
      [`src/${module}/index.ts`, leaf],
      [`src/${module}/contract.ts`, imports('zod', './contract-part.ts')],
      [`src/${module}/contract-part.ts`, imports('zod')],
      [`src/${module}/domain/model.ts`, leaf],
      [`src/${module}/server/store.ts`, leaf],
      [`src/${module}/web/index.ts`, leaf],
      [`src/${module}/web/pages.tsx`, leaf],
      [`src/${module}/testing/factories.ts`, leaf],
    ]),
  ),
}

/** What the rules let through; each front door appears here once. */
const ALLOWED = {
  'src/core/dossiers/clore.ts': imports('#core/journal/index.ts', '#platform/db/kysely.ts', 'node:path'),
  'src/core/dossiers/domain/etats.ts': imports('#core/journal/domain/model.ts', '#platform/keys.ts'),
  'src/core/dossiers/store-liste.ts': imports('kysely'),
  'src/cases/eloges/index.ts': imports('./server/commands/clore.ts'),
  'src/cases/eloges/server/commands/clore.ts': imports(
    '#core/dossiers/index.ts',
    '#core/dossiers/contract.ts',
    '#core/dossiers/domain/model.ts',
    '../store.ts',
  ),
  'src/cases/eloges/server/commands/clore.test.ts': imports(
    './clore.ts',
    '#core/journal/testing/factories.ts',
    'kysely',
  ),
  'src/cases/eloges/contract-part.ts': imports('zod', '#core/dossiers/contract.ts'),
  'src/cases/eloges/server/store.ts': imports('kysely'),
  'src/cases/eloges/server/queries/lister.ts':
    "import type { Kysely } from 'kysely'\nexport type A = Kysely<unknown>\n",
  'src/cases/eloges/web/pages.tsx': imports(
    '#core/dossiers/web/index.ts',
    '#platform/web/button.tsx',
    'react',
    '../contract.ts',
  ),
  'src/activities/rapports/server/queries/lister.ts': imports(
    '#cases/eloges/index.ts',
    '#cases/eloges/contract.ts',
  ),
  'src/app/server.ts': imports('#cases/eloges/index.ts', '#core/journal/domain/model.ts', 'node:fs'),
  'src/app/web/main.tsx': imports('#cases/eloges/web/pages.tsx', '#cases/mediations/web/index.ts'),
}

/** Broken on purpose: importer, what it imports, and the exact rules that must fire. */
const BROKEN: readonly (readonly [importer: string, imported: string, ...rules: string[]])[] = [
  ['src/platform/http/a.ts', '#core/journal/index.ts', 'platform-knows-no-domain'],
  ['src/platform/pure.ts', 'node:fs', 'contract-only-zod'],
  ['src/core/journal/a.ts', '#cases/eloges/index.ts', 'core-not-up'],
  ['src/core/journal/b.ts', '#core/dossiers/index.ts', 'core-order'],
  ['src/core/dossiers/a.ts', '#core/journal/server/store.ts', 'module-front-door'],
  ['src/core/dossiers/domain/zod.ts', 'zod', 'domain-is-pure'],
  ['src/core/dossiers/domain/node.ts', 'node:fs', 'domain-is-pure'],
  ['src/core/dossiers/domain/contract.ts', '#core/journal/contract.ts', 'domain-below-contract'],
  ['src/core/dossiers/domain/server.ts', '#core/journal/index.ts', 'domain-tier'],
  ['src/cases/eloges/server/commands/up.ts', '#activities/rapports/index.ts', 'cases-not-up'],
  ['src/cases/eloges/server/commands/sibling.ts', '#cases/mediations/index.ts', 'siblings-are-strangers'],
  ['src/cases/eloges/server/commands/door.ts', '#core/dossiers/server/store.ts', 'module-front-door'],
  ['src/cases/eloges/server/commands/sql.ts', 'kysely', 'sql-only-in-store'],
  ['src/cases/eloges/server/commands/fake.ts', '../../testing/factories.ts', 'tests-not-shipped'],
  ['src/cases/eloges/server/commands/html.ts', '../../web/pages.tsx', 'server-never-web'],
  ['src/cases/eloges/server/commands/nowhere.ts', './absent.ts', 'no-unresolved'],
  ['src/cases/mediations/contract-part.ts', 'node:fs', 'contract-only-zod'],
  ['src/activities/rapports/web/part.tsx', '#cases/eloges/contract-part.ts', 'module-front-door'],
  ['src/cases/mediations/contract.ts', 'kysely', 'contract-only-zod', 'sql-only-in-store'],
  ['src/cases/eloges/web/store.tsx', '../server/store.ts', 'web-never-server'],
  ['src/cases/eloges/web/node.tsx', 'node:fs', 'web-never-node'],
  ['src/cases/eloges/web/pages.tsx', '#core/dossiers/web/pages.tsx', 'module-front-door'],
  ['src/activities/rapports/server/queries/a.ts', '#activities/enquetes/index.ts', 'siblings-are-strangers'],
  ['src/activities/rapports/server/queries/b.ts', '#app/server.ts', 'activities-not-up'],
  ['src/activities/rapports/server/queries/c.ts', '#cases/eloges/domain/model.ts', 'module-front-door'],
  ['src/app/server.ts', '#cases/eloges/server/store.ts', 'app-front-door'],
]
const CYCLE = {
  'src/core/journal/one.ts': imports('./two.ts'),
  'src/core/journal/two.ts': imports('./one.ts'),
}

describe('boundaries', () => {
  let allowed: FakeTree
  let broken: FakeTree
  let found: Map<string, string[]>

  beforeAll(async () => {
    allowed = fakeTree({ ...GROUND, ...ALLOWED })
    broken = fakeTree({
      ...GROUND,
      ...CYCLE,
      ...Object.fromEntries(BROKEN.map(([importer, imported]) => [importer, imports(imported)])),
    })
    const { findings } = await checkBoundaries(broken.root)
    found = new Map([...Map.groupBy(findings, ({ file }) => file)].map(([file, all]) => [file, rulesOf(all)]))
  }, 60_000)
  afterAll(() => {
    allowed.dispose()
    broken.dispose()
  })

  const rulesOf = (findings: readonly { rule: string }[]) =>
    [...new Set(findings.map(({ rule }) => rule))].sort()

  it('lets a clean tree pass, having read every file of it', async () => {
    const { findings, cruised } = await checkBoundaries(allowed.root)
    expect(findings).toEqual([])
    expect(cruised).toBe(
      new Set([...Object.keys(GROUND), ...Object.keys(ALLOWED)].filter((path) => path.startsWith('src/')))
        .size,
    )
  }, 60_000)

  it.each(BROKEN)('%s may not import %s', (importer, _imported, ...rules) => {
    expect(found.get(importer)).toEqual([...rules].sort())
  })

  it('refuses a cycle, and finds nothing else in the broken tree', () => {
    expect(found.get('src/core/journal/one.ts')).toEqual(['no-cycle'])
    const expected = new Set([...BROKEN.map(([importer]) => importer), ...Object.keys(CYCLE)])
    expect([...found.keys()].filter((file) => !expected.has(file))).toEqual([])
  })

  it('is red over an empty tree', async () => {
    const empty = fakeTree({ 'package.json': PACKAGE })
    const { findings } = await checkBoundaries(empty.root)
    empty.dispose()
    expect(findings.map(({ rule }) => rule)).toEqual(['not-cruised'])
  })
})
