import { type Database, statementCount } from '#platform/db/index.ts'

/** One transaction as it went: how many statements, and whether it could write. */
export interface TransactionVue {
  readonly mode: 'read' | 'write'
  readonly instructions: number
}

/** The real database, with a look at what each transaction cost. */
export function sonder(database: Database, vues: TransactionVue[]): Database {
  return {
    engineKind: database.engineKind,
    transaction: (options, fn) =>
      database.transaction(options, async (tx) => {
        try {
          return await fn(tx)
        } finally {
          vues.push({ mode: options.mode, instructions: statementCount(tx) })
        }
      }),
  }
}
