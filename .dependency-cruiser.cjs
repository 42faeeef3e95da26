// Boundaries between folders. Each rule has a test that breaks it: tools/guards/boundaries.test.ts.
// Where the rules are explained: CONVENTIONS.md. dependency-cruiser refuses patterns such as (-[a-z]+)?: use [^/]*.

/** Each module of core imports only those to its left. A module missing here is refused by tools/guards/modules.ts. */
const CORE_ORDER = require('./tools/guards/core-order.json')

const TESTS = '[.]test[.]tsx?$|/testing/|/testing[^/]*[.]ts$'
const MODULE = '^src/(core|cases|activities)/([^/]+)/'
const ANY_MODULE = '^src/(core|cases|activities)/[^/]+/'
/** The front doors open to other modules: server, screens, contract, and the pure files of core. */
const FRONT_DOORS = [`${ANY_MODULE}(index|web/index|contract)[.]ts$`, '^src/core/[^/]+/domain/']
const SQL_LIBRARIES = 'node_modules/(kysely|pg|@electric-sql/pglite|pg-boss)/'
const SQL_PLACES = [
  '^src/(core|cases|activities)/[^/]+/server/store[^/]*[.]ts$',
  '^src/core/[^/]+/store[^/]*[.]ts$',
  '^src/platform/(db|jobs)/',
]
const NODE = ['core']
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown']

const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

const layers = [
  forbid(
    'platform-knows-no-domain',
    { path: '^src/platform/' },
    { path: '^src/(core|cases|activities|app)/' },
  ),
  forbid('core-not-up', { path: '^src/core/' }, { path: '^src/(cases|activities|app)/' }),
  forbid('cases-not-up', { path: '^src/cases/' }, { path: '^src/(activities|app)/' }),
  forbid('activities-not-up', { path: '^src/activities/' }, { path: '^src/app/' }),
  forbid(
    'siblings-are-strangers',
    { path: '^src/(cases|activities)/([^/]+)/' },
    { path: '^src/$1/', pathNot: '^src/$1/$2/' },
  ),
]

const coreOrder = CORE_ORDER.slice(0, -1).map((name, rank) =>
  forbid(
    'core-order',
    { path: `^src/core/${name}/` },
    { path: `^src/core/(${CORE_ORDER.slice(rank + 1).join('|')})/` },
  ),
)

const doors = [
  forbid(
    'module-front-door',
    { path: MODULE },
    { path: ANY_MODULE, pathNot: ['^src/$1/$2/', ...FRONT_DOORS, TESTS] },
  ),
  forbid(
    'app-front-door',
    { path: '^src/app/' },
    { path: ANY_MODULE, pathNot: [...FRONT_DOORS, '/web/pages[.]tsx$', TESTS] },
  ),
  forbid(
    'tests-not-shipped',
    // what is in tools is not shipped either
    { path: '^(src|db)/', pathNot: TESTS },
    { path: TESTS, pathNot: 'node_modules' },
  ),
]

const tiers = [
  forbid('domain-is-pure', { path: '/domain/', pathNot: TESTS }, { dependencyTypes: [...NODE, ...NPM] }),
  forbid('domain-below-contract', { path: '/domain/', pathNot: TESTS }, { path: '/contract[^/]*[.]ts$' }),
  forbid(
    'domain-tier',
    { path: '^src/[^/]+/[^/]+/(domain/|contract[^/]*[.]ts$)', pathNot: TESTS },
    {
      path: '^(src|db)/',
      pathNot: ['^src/platform/[^/]+[.]ts$', '/domain/', '/contract[^/]*[.]ts$', TESTS],
    },
  ),
  forbid(
    'contract-only-zod',
    { path: '^src/(platform/[^/]+|[^/]+/[^/]+/contract[^/]*)[.]ts$', pathNot: TESTS },
    { dependencyTypes: [...NODE, ...NPM], pathNot: 'node_modules/zod/' },
  ),
  forbid(
    'web-never-server',
    { path: '^src/.+/web/', pathNot: TESTS },
    {
      path: '^(src|db)/',
      pathNot: ['^src/.+/web/', '^src/platform/[^/]+[.]ts$', '/domain/', '/contract[^/]*[.]ts$', TESTS],
    },
  ),
  forbid('web-never-node', { path: '^src/.+/web/', pathNot: TESTS }, { dependencyTypes: NODE }),
  forbid(
    'server-never-web',
    { path: '^(src|db)/', pathNot: ['^src/.+/web/', TESTS] },
    { path: '^src/.+/web/' },
  ),
  forbid(
    'sql-only-in-store',
    { path: '^src/', pathNot: [...SQL_PLACES, TESTS] },
    { path: SQL_LIBRARIES, dependencyTypesNot: ['type-only'] },
  ),
]

module.exports = {
  forbidden: [
    ...layers,
    ...coreOrder,
    ...doors,
    ...tiers,
    // A cycle of types alone does not exist at run time (labels and the model they word).
    forbid('no-cycle', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid('no-unresolved', { path: '^(src|db|tools|e2e)/' }, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
