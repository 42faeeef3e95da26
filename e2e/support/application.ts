import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const READY = /Porte-voix est prêt en .* : (http:\S+)/

/** What `npm start` would not have in its environment: the test runner's own settings change how screens are built. */
const NOT_OURS = /^(?:VITEST|NODE_ENV$|TEST$|DATABASE_|PORTE_VOIX_|PORT$|NODE_OPTIONS$)/

export interface Application {
  readonly url: string
  /** waits for a line of the terminal, and gives its first group */
  readonly read: (pattern: RegExp) => Promise<string>
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** Starts the real application as `npm start` does, on any free port. Throws with what the terminal said. */
export async function startApplication(options: {
  readonly args: readonly string[]
  readonly folder: string
  readonly timeoutMs: number
  readonly env?: Readonly<Record<string, string>>
}): Promise<Application> {
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_OURS.test(name))
  const child = spawn(process.execPath, ['src/app/main.ts', '--port', '0', ...options.args], {
    cwd: ROOT,
    env: {
      ...Object.fromEntries(inherited),
      PORTE_VOIX_DONNEES: options.folder,
      PORTE_VOIX_DETAIL: '1',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = (): void => {
    child.kill('SIGKILL')
  }
  process.once('exit', kill)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      text += chunk
    })
  }
  const read = (pattern: RegExp): Promise<string> =>
    waitFor(child, options.timeoutMs, () => pattern.exec(text)?.[1]).catch((error: unknown) => {
      throw new Error(`${String(error)}\n\n${text}`)
    })
  const stop = async (): Promise<void> => {
    process.off('exit', kill)
    await stopped(child)
  }
  try {
    return { url: await read(READY), read, output: () => text, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function waitFor(
  child: ChildProcess,
  timeoutMs: number,
  find: () => string | undefined,
): Promise<string> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const found = find()
    if (found !== undefined) return found
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error('L’application s’est arrêtée au démarrage.')
    if (Date.now() > end)
      throw new Error(`L’application n’a pas démarré en ${Math.round(timeoutMs / 1000)} secondes.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
