import {
  APPLICATION_ROLE,
  type Database,
  isLockTimeout,
  type TransactionMode,
  type Tx,
} from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { type Acteur, parametresDe } from './domain/acteur.ts'

/** Longer than any command holds a row, short enough for who waits behind a hung one. */
const ATTENTE_D_UN_VERROU_MS = 5_000
const DUREE_D_UNE_REQUETE_MS = 30_000

/**
 * The only way to the database: one transaction for one acteur, whose perimeter reaches the row-level security
 * policies as local settings. Nesting throws; nothing but SQL inside: a write that a concurrent one made fail is run
 * again. Errors of `fn` roll everything back. Throws `refused` when a row stays locked by someone else.
 */
export async function enTransaction<T>(
  database: Database,
  acteur: Acteur,
  mode: TransactionMode,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  const options = {
    mode,
    role: APPLICATION_ROLE,
    settings: parametresDe(acteur),
    lockTimeoutMs: ATTENTE_D_UN_VERROU_MS,
    statementTimeoutMs: DUREE_D_UNE_REQUETE_MS,
    retry: mode === 'write',
  }
  try {
    return await database.transaction(options, fn)
  } catch (error) {
    if (!isLockTimeout(error)) throw error
    throw new AppError('refused', {
      message: 'Quelqu’un travaille sur ce dossier. Réessayez dans un instant.',
    })
  }
}
