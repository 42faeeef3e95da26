import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine, Session } from './engine.ts'
import { DatabaseError } from './errors.ts'
import { bootstrapRoles } from './roles.ts'

/** Where the application's migrations live. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../db/migrations/', import.meta.url))

export interface Migration {
  readonly name: string
  readonly digest: string
  readonly text: string
}

export interface MigrateOptions {
  readonly folder?: string
  /** login of DATABASE_URL, which receives the application role; absent on the embedded database */
  readonly applicationLogin?: string
}

/** A migration cannot be applied. The message is a French sentence for whoever installs. */
export class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationError'
  }
}

// Any constant: it only has to be the same in every process that migrates.
const LOCK = 7_083_512_904

/** The migrations of a folder, in the order of their file names. */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, text, digest: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function prepare(session: Session, applicationLogin: string | null): Promise<void> {
  await bootstrapRoles(session, applicationLogin)
  await session.exec(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key,
      digest text not null,
      applied_at timestamptz not null default now()
    );
  `)
}

function refuseDrift(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const last = [...applied.keys()].sort().at(-1)
  const known = new Set(migrations.map((migration) => migration.name))
  for (const name of applied.keys()) {
    if (!known.has(name)) {
      throw new MigrationError(
        `La base porte la migration « ${name} », que cette version ne connaît pas : elle vient d’une version plus récente. Installez cette version, ou restaurez une sauvegarde.`,
      )
    }
  }
  for (const { name, digest } of migrations) {
    const before = applied.get(name)
    if (before !== undefined && before !== digest) {
      throw new MigrationError(
        `La migration « ${name} » a changé depuis qu’elle a été appliquée à cette base. Rétablissez le fichier d’origine et écrivez le changement dans une nouvelle migration.`,
      )
    }
    if (before === undefined && last !== undefined && name < last) {
      throw new MigrationError(
        `La migration « ${name} » se range avant « ${last} », déjà appliquée. Donnez-lui un nom postérieur.`,
      )
    }
  }
}

async function apply(session: Session, migration: Migration): Promise<void> {
  await session.exec('begin')
  try {
    await session.exec(migration.text)
    await session.query('insert into platform.migration (name, digest) values ($1, $2)', [
      migration.name,
      migration.digest,
    ])
    await session.exec('commit')
  } catch (error) {
    await session.exec('rollback')
    const reason = error instanceof Error ? error.message : String(error)
    const where = error instanceof DatabaseError && error.where !== undefined ? ` (${error.where})` : ''
    throw new MigrationError(
      `La migration « ${migration.name} » a échoué et n’a rien changé : ${reason}${where}`,
      {
        cause: error,
      },
    )
  }
}

/**
 * Brings a database up to date: each file of the folder in its own transaction, forward only. Several processes may
 * call it at once, one works and the others find nothing left. Returns the names applied. Throws MigrationError.
 */
export async function migrate(engine: Engine, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = await readMigrations(options.folder)
  const lease = await engine.acquire()
  try {
    await lease.query('select pg_advisory_lock($1)', [LOCK])
    try {
      await prepare(lease, options.applicationLogin ?? null)
      const { rows } = await lease.query<{ name: string; digest: string }>(
        'select name, digest from platform.migration',
      )
      const applied = new Map(rows.map((row) => [row.name, row.digest]))
      refuseDrift(migrations, applied)
      const pending = migrations.filter((migration) => !applied.has(migration.name))
      for (const migration of pending) await apply(lease, migration)
      return pending.map((migration) => migration.name)
    } finally {
      await lease.query('select pg_advisory_unlock($1)', [LOCK])
    }
  } finally {
    lease.release()
  }
}
