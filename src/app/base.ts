import {
  assertSafeLogin,
  createDatabase,
  type Database,
  type Engine,
  lockFolder,
  migrate,
  openEmbeddedEngine,
  openServerEngine,
  withSession,
} from '#platform/db/index.ts'
import type { Config } from './config.ts'

/** The open database, migrated and safe to serve. */
export interface Base {
  readonly database: Database
  readonly engine: Engine
  /** checkpoint and vacuum, on the embedded database; nothing on a server, which has its own */
  entretenir(maintenant: Date): Promise<void>
  fermer(): Promise<void>
}

const login = (url: string): string => decodeURIComponent(new URL(url).username)

async function ouvrirServeur(url: string, urlDeMigration: string): Promise<Base> {
  const migration = await openServerEngine({ url: urlDeMigration, poolSize: 1 })
  try {
    await migrate(migration, { applicationLogin: login(url) })
  } finally {
    await migration.close()
  }
  const engine = await openServerEngine({ url })
  await withSession(engine, assertSafeLogin).catch(async (error: unknown) => {
    await engine.close()
    throw error
  })
  return {
    database: createDatabase(engine),
    engine,
    entretenir: () => Promise.resolve(),
    fermer: () => engine.close(),
  }
}

async function ouvrirEmbarquee(
  dossier: string,
  donnees: string,
  surPanne: (error: Error) => void,
): Promise<Base> {
  const verrou = await lockFolder(donnees, { onLost: surPanne })
  try {
    const engine = await openEmbeddedEngine({ folder: dossier, onFatal: surPanne })
    await migrate(engine)
    return {
      database: createDatabase(engine),
      engine,
      entretenir: async (maintenant) => {
        await engine.maintain(maintenant)
      },
      fermer: async () => {
        await engine.close()
        await verrou.release()
      },
    }
  } catch (error) {
    await verrou.release()
    throw error
  }
}

/**
 * Opens and migrates the database of the configuration. `surPanne`: the embedded database died, or its folder was taken;
 * the process must stop, what it acknowledged is on disk. Throws a French sentence when the folder is in use.
 */
export function ouvrirBase(config: Config, surPanne: (error: Error) => void): Promise<Base> {
  return config.base.genre === 'serveur'
    ? ouvrirServeur(config.base.url, config.base.urlDeMigration)
    : ouvrirEmbarquee(config.base.dossier, config.donnees, surPanne)
}
