export { type ExpressionBuilder, type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
export { type EmbeddedEngine, type EmbeddedEngineOptions, openEmbeddedEngine } from './embedded-engine.ts'
export {
  type Engine,
  type EngineKind,
  type Lease,
  MAX_BYTES,
  MAX_ROWS,
  type MaintenanceReport,
  type QueryResult,
  type Session,
  withSession,
} from './engine.ts'
export {
  DatabaseError,
  EngineBusyError,
  EngineFailure,
  isCheckViolation,
  isForeignKeyViolation,
  isLockTimeout,
  isPermissionDenied,
  isRetryable,
  isUniqueViolation,
  NestedTransactionError,
  ResultTooLargeError,
  TransactionEndedError,
} from './errors.ts'
export {
  assertSafeLogin,
  tablesWithoutForcedSecurity,
  UnsafeLoginError,
  unsafeDefinerFunctions,
} from './guard-roles.ts'
export { type FolderLock, FolderLockedError, lockFolder } from './lock.ts'
export { MIGRATIONS_FOLDER, type MigrateOptions, MigrationError, migrate } from './migrate.ts'
export { APPLICATION_ROLE, DEFINER_ROLE } from './roles.ts'
export { planForEachSearch } from './search.ts'
export { openServerEngine, type ServerEngineOptions } from './server-engine.ts'
export { tables } from './tables.ts'
export {
  createDatabase,
  currentTransaction,
  type Database,
  statementCount,
  type TransactionMode,
  type TransactionOptions,
  type Tx,
} from './transaction.ts'
