import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { EngineFailure } from './errors.ts'
import type { Tx } from './transaction.ts'

/** Shared: it remembers the names it has already converted. */
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })
const COUNTED = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const refuseControl = async (): Promise<void> => {
  throw new EngineFailure('a transaction is opened and ended by Database.transaction only')
}

function connectionOf(tx: Tx): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, rowCount, command } = await tx.query<R>(query.sql, query.parameters)
      return COUNTED.has(command) ? { rows, numAffectedRows: BigInt(rowCount) } : { rows }
    },
    // biome-ignore lint/correctness/useYield: a cursor would outlive the page it serves
    async *streamQuery() {
      throw new EngineFailure('results are paged, not streamed')
    },
  }
}

function driverOf(tx: Tx): Driver {
  const connection = connectionOf(tx)
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: refuseControl,
    commitTransaction: refuseControl,
    rollbackTransaction: refuseControl,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  }
}

const builders = new WeakMap<object, Kysely<unknown>>()

/**
 * The query builder on this transaction: `tables<TablesX>(tx).selectFrom('x.table')…`. Names are camelCase in
 * TypeScript and snake_case in SQL; keys inside json values are kept as they are.
 */
export function tables<Schema>(tx: Tx): Kysely<Schema> {
  let builder = builders.get(tx)
  if (builder === undefined) {
    builder = new Kysely<unknown>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => driverOf(tx),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
      plugins: [camelCase],
    })
    builders.set(tx, builder)
  }
  return builder as Kysely<Schema>
}
