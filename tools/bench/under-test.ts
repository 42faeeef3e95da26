import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { COOKIE_DE_SESSION, creerApplication } from '#app/application.ts'
import { creerTraces } from '#app/traces.ts'
import {
  APPLICATION_ROLE,
  createDatabase,
  type Engine,
  openEmbeddedEngine,
  openServerEngine,
  type Session,
  withSession,
} from '#platform/db/index.ts'
import { createFileStore, openMainKeys } from '#platform/files/index.ts'
import type { Target } from './bases.ts'
import { readPopulation, type Screen, screensOf } from './screens.ts'

const TWELVE_HOURS = 12 * 3_600_000

/** The application on a seeded database, with one live session per agent. */
export interface UnderTest {
  readonly engine: Engine
  readonly screens: readonly Screen[]
  /** value of the cookie header of each agent, in their order */
  readonly cookies: readonly string[]
  /** the application over this engine, or over one that records */
  createApplication(engine: Engine): Promise<FastifyInstance>
  /** superuser, outside row-level security */
  asAdmin<T>(fn: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}

async function openSessions(engine: Engine, agents: readonly { id: string }[]): Promise<string[]> {
  const database = createDatabase(engine)
  const settings = { 'app.actor': 'anonyme' }
  const cookies: string[] = []
  for (const { id } of agents) {
    const token = randomBytes(32).toString('base64url')
    const digest = createHash('sha256').update(token).digest()
    const now = Date.now()
    await database.transaction({ mode: 'write', role: APPLICATION_ROLE, settings }, (tx) =>
      tx.query('select agents.ouvrir_session($1, $2, $3, $4)', [
        digest,
        id,
        new Date(now),
        new Date(now + TWELVE_HOURS),
      ]),
    )
    cookies.push(`${COOKIE_DE_SESSION}=${token}`)
  }
  return cookies
}

/** Opens the engine exactly as the application does, and what is needed around it. */
export async function openUnderTest(target: Target): Promise<UnderTest> {
  const engine =
    target.kind === 'embedded'
      ? await openEmbeddedEngine({ folder: target.folder })
      : await openServerEngine({ url: target.applicationUrl })
  const admin =
    target.kind === 'embedded' ? engine : await openServerEngine({ url: target.adminUrl, poolSize: 1 })
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-bench-pieces-'))
  const data = join(folder, 'donnees')
  const { keys } = await openMainKeys({ path: join(folder, 'cle'), dataDirectory: data })
  const files = await createFileStore({ directory: data, keys })
  const asAdmin: UnderTest['asAdmin'] = (fn) => withSession(admin, fn)
  const population = await asAdmin(readPopulation)
  return {
    engine,
    screens: screensOf(population),
    cookies: await openSessions(engine, population.agents),
    asAdmin,
    createApplication: (over) =>
      creerApplication({
        database: createDatabase(over),
        fichiers: files,
        tailleMax: 1024,
        codeInstallation: { texte: '', verifier: () => false, consommer: () => undefined },
        demonstration: false,
        traces: creerTraces({ niveau: 'silent' }),
        // One client asks far faster than a person: the limit per caller is not what is measured.
        debit: { perSecond: 1e6, burst: 1e6 },
      }),
    async close() {
      await engine.close()
      if (admin !== engine) await admin.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
