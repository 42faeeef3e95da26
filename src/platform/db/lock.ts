import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

const HEARTBEAT_FILE = 'verrou.json'
const RENEW_MS = 5000
const STALE_MS = 30_000

/** Another process holds the data folder. The message is a French sentence. */
export class FolderLockedError extends Error {
  constructor(folder: string, holder: Heartbeat | null) {
    const who = holder === null ? '' : ` (processus ${holder.pid} sur « ${holder.host} »)`
    super(
      `Le dossier de données « ${folder} » est déjà ouvert par un autre Porte-voix${who}. Deux programmes sur le même dossier y perdraient des écritures : arrêtez l’autre, ou attendez 30 secondes s’il s’est arrêté brutalement sur une autre machine.`,
    )
    this.name = 'FolderLockedError'
  }
}

interface Heartbeat {
  readonly host: string
  /** what the kernel arbitrates within: two containers of one host do not see each other's sockets */
  readonly namespace: string
  readonly pid: number
  readonly token: string
  /** milliseconds since 1970 */
  readonly at: number
}

export interface FolderLock {
  /** Frees the folder for the next process. */
  release(): Promise<void>
}

interface LockOptions {
  readonly now?: () => number
  readonly host?: string
  /** told when the heartbeat can no longer be written, or another holder took it */
  readonly onLost?: (error: Error) => void
}

function namespaceOf(): string {
  try {
    return readlinkSync('/proc/self/ns/net')
  } catch {
    return ''
  }
}

/** Where this machine's processes meet: a name the kernel frees when its holder dies. */
function meetingPoint(folder: string): { path: string; isFile: boolean } {
  const name = `porte-voix-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return { path: `\0${name}`, isFile: false }
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\${name}`, isFile: false }
  return { path: join(tmpdir(), `${name}.sock`), isFile: true }
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null)
      else reject(error)
    })
    server.listen(path, () => resolve(server.unref()))
  })
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** A socket file outlives its process: if nobody answers behind it, it is removed and tried again. */
async function bind(folder: string): Promise<Server | null> {
  const { path, isFile } = meetingPoint(folder)
  const server = await listen(path)
  if (server !== null || !isFile || (await answers(path))) return server
  rmSync(path, { force: true })
  return listen(path)
}

async function readHeartbeat(file: string): Promise<Heartbeat | null> {
  try {
    const value: Partial<Heartbeat> = JSON.parse(await readFile(file, 'utf8'))
    const { host, namespace = '', pid, token, at } = value
    if (host === undefined || pid === undefined || token === undefined || at === undefined) return null
    return { host, namespace, pid, token, at }
  } catch {
    return null // absent, or half written by a machine that stopped
  }
}

async function writeHeartbeat(file: string, beat: Heartbeat): Promise<void> {
  const draft = `${file}.${beat.token}`
  await writeFile(draft, JSON.stringify(beat))
  await rename(draft, file)
}

/**
 * Takes the data folder for this process alone, creating it if need be. On one machine the kernel arbitrates, and a
 * killed holder frees it at once; between machines or containers sharing a folder, a heartbeat of less than 30 s
 * refuses. Throws FolderLockedError.
 */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<FolderLock> {
  const now = options.now ?? Date.now
  const host = options.host ?? hostname()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const real = realpathSync(folder)
  const file = join(real, HEARTBEAT_FILE)
  const server = await bind(real)
  const holder = await readHeartbeat(file)
  if (server === null) throw new FolderLockedError(folder, holder)
  const namespace = namespaceOf()
  // Same place: the kernel has just said the former holder is dead.
  const isElsewhere = (other: Heartbeat): boolean =>
    (other.host !== host || other.namespace !== namespace) && now() - other.at < STALE_MS
  if (holder !== null && isElsewhere(holder)) {
    server.close()
    throw new FolderLockedError(folder, holder)
  }
  const token = randomUUID()
  const beat = async (): Promise<void> => {
    const present = await readHeartbeat(file)
    if (
      present !== null &&
      present.token !== token &&
      now() - present.at < STALE_MS &&
      present.host !== host
    ) {
      throw new FolderLockedError(folder, present)
    }
    await writeHeartbeat(file, { host, namespace, pid: process.pid, token, at: now() })
  }
  await beat()
  let beating: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    beating = beat().catch((error: Error) => options.onLost?.(error))
  }, RENEW_MS).unref()
  return {
    async release() {
      clearInterval(timer)
      await beating
      if ((await readHeartbeat(file))?.token === token) await rm(file, { force: true })
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
