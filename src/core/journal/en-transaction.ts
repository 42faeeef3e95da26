import { APPLICATION_ROLE, type Database, type TransactionMode, type Tx } from '#platform/db/index.ts'
import { type Acteur, parametresDe } from './domain/acteur.ts'

/**
 * The only way to the database: one transaction for one acteur, whose perimeter reaches the row-level security
 * policies as local settings. Nesting throws; nothing but SQL inside. Errors of `fn` roll everything back.
 */
export function enTransaction<T>(
  database: Database,
  acteur: Acteur,
  mode: TransactionMode,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return database.transaction({ mode, role: APPLICATION_ROLE, settings: parametresDe(acteur) }, fn)
}
