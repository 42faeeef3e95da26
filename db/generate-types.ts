import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openEmbeddedEngine } from '#platform/db/embedded-engine.ts'
import type { Session } from '#platform/db/engine.ts'
import { withSession } from '#platform/db/engine.ts'
import { migrate } from '#platform/db/migrate.ts'

const TARGET = fileURLToPath(new URL('tables.generated.ts', import.meta.url))

interface Column {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly type: string
  readonly isArray: boolean
  readonly nullable: boolean
  readonly generated: boolean
  readonly always: boolean
}

const COLUMNS = `
  select n.nspname as schema, c.relname as table, a.attname as column,
    coalesce(e.typname, t.typname) as type,
    t.typcategory = 'A' as "isArray",
    not a.attnotnull and c.relkind <> 'v' as nullable,
    a.atthasdef or a.attidentity <> '' as generated,
    a.attgenerated <> '' or a.attidentity = 'a' as always
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type b on b.oid = a.atttypid
  join pg_type t on t.oid = case when b.typtype = 'd' then b.typbasetype else b.oid end
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'jobs') and n.nspname not like 'pg\\_%'
  order by 1, 2, a.attnum
`

const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  oid: 'number',
  timestamptz: 'Date',
}

// Same mapping as Kysely's CamelCasePlugin: recue_le → recueLe, sha256 and a_1 keep their digits.
const toCamel = (name: string): string =>
  name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const toPascal = (name: string): string => toCamel(`_${name}`)

function typeOf(column: Column): string {
  const base = TYPES[column.type] ?? 'string'
  const array = column.isArray ? `${base}[]` : base
  const value = column.nullable && base !== 'unknown' ? `${array} | null` : array
  if (column.always) return `GeneratedAlways<${value}>`
  return column.generated ? `Generated<${value}>` : value
}

const groupBy = (columns: readonly Column[], key: (column: Column) => string): [string, Column[]][] => [
  ...Map.groupBy(columns, key),
]

function interfaceOf(schema: string, columns: readonly Column[]): string {
  const tables = groupBy(columns, (column) => column.table).map(([table, own]) => {
    const lines = own.map((column) => `    ${toCamel(column.column)}: ${typeOf(column)}`)
    return `  '${toCamel(schema)}.${toCamel(table)}': {\n${lines.join('\n')}\n  }`
  })
  return `export interface Tables${toPascal(schema)} {\n${tables.join('\n')}\n}\n`
}

/** The text of `tables.generated.ts` for a migrated database. */
export async function generateTypes(session: Session): Promise<string> {
  const { rows } = await session.query<Column>(COLUMNS)
  const schemas = groupBy(rows, (column) => column.schema)
  const body = schemas.map(([schema, columns]) => interfaceOf(schema, columns)).join('\n')
  const imports = ['Generated', 'GeneratedAlways'].filter((name) => body.includes(`${name}<`))
  const all = schemas.map(([schema]) => `Tables${toPascal(schema)}`).join(', ')
  return [
    '// Written by `node db/generate-types.ts` from the migrations. Do not edit.',
    ...(imports.length === 0 ? [] : [`import type { ${imports.join(', ')} } from 'kysely'`]),
    '',
    body,
    `export interface AllTables extends ${all} {}`,
    '',
  ].join('\n')
}

async function generateFromMigrations(): Promise<string> {
  const engine = await openEmbeddedEngine()
  try {
    await migrate(engine)
    return await withSession(engine, generateTypes)
  } finally {
    await engine.close()
  }
}

async function main(): Promise<void> {
  const text = await generateFromMigrations()
  if (!process.argv.includes('--check')) return writeFile(TARGET, text)
  const present = await readFile(TARGET, 'utf8').catch(() => '')
  if (present === text) return
  console.error(
    'db/tables.generated.ts ne correspond plus aux migrations : lancez `node db/generate-types.ts`.',
  )
  process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
