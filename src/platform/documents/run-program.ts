import { type ChildProcess, spawn } from 'node:child_process'

export interface ProgramRun {
  readonly command: string
  readonly args: readonly string[]
  /** where it works and writes, its only home: thrown away by the caller */
  readonly folder: string
  readonly timeoutMs: number
  /** behind everything else on this machine, within this memory */
  readonly background?: { readonly memoryMb: number }
}

export interface ProgramEnd {
  readonly outcome: 'done' | 'timeout'
  /** null when it was killed or never started */
  readonly code: number | null
  /** what it wrote on its standard output, up to a few megabytes */
  readonly output: string
}

const MAX_OUTPUT = 4 * 1024 * 1024

/**
 * Runs a program of this machine on a file from outside: no network where the system allows to cut it, the whole family of
 * processes killed at the time limit. Never rejects.
 */
export async function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  const { command, args, folder, timeoutMs } = run
  const line = [...(await networkCut()), ...limited(run), command, ...args]
  const [program = command, ...rest] = line
  const child = spawn(program, rest, {
    cwd: folder,
    // its own group, so that the whole family ends together
    detached: process.platform !== 'win32',
    stdio: ['ignore', run.background === undefined ? 'ignore' : 'pipe', 'ignore'],
    windowsHide: true,
    env: {
      PATH: process.env['PATH'] ?? '',
      SystemRoot: process.env['SystemRoot'] ?? '',
      HOME: folder,
      TMPDIR: folder,
      TEMP: folder,
      TMP: folder,
      LANG: 'C.UTF-8',
      // one core at a time
      OMP_THREAD_LIMIT: '1',
      // where the network could not be cut, nothing listens there
      http_proxy: 'http://127.0.0.1:9',
      https_proxy: 'http://127.0.0.1:9',
    },
  })
  return await endOf(child, timeoutMs)
}

/** Every POSIX shell has `ulimit`, and every system with one has `nice`. */
function limited({ background }: ProgramRun): readonly string[] {
  if (background === undefined || process.platform === 'win32') return []
  return ['nice', '-n', '15', 'sh', '-c', `ulimit -v ${background.memoryMb * 1024}; exec "$0" "$@"`]
}

function endOf(child: ChildProcess, timeoutMs: number): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_OUTPUT) chunks.push(chunk)
    })
    const finish = (outcome: ProgramEnd['outcome'], code: number | null): void => {
      clearTimeout(timer)
      killFamily(child)
      resolve({ outcome, code, output: Buffer.concat(chunks).toString('utf8') })
    }
    const timer = setTimeout(() => finish('timeout', null), timeoutMs)
    child.once('error', () => finish('done', null))
    // a family may outlive its first process, and keep its output open
    child.once(child.stdout === null ? 'exit' : 'close', (code: number | null) => finish('done', code))
  })
}

function killFamily({ pid }: ChildProcess): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' }).on('error', () => undefined)
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // they have all ended
  }
}

let cut: Promise<readonly string[]> | undefined

/** What lends a process a network of its own, without any, where this system allows it: asked once. */
function networkCut(): Promise<readonly string[]> {
  cut ??= new Promise((resolve) => {
    if (process.platform !== 'linux') {
      resolve([])
      return
    }
    const prefix = ['--net', '--map-root-user'] as const
    const probe = spawn('unshare', [...prefix, 'true'], { stdio: 'ignore', timeout: 3000 })
    probe.once('error', () => resolve([]))
    probe.once('exit', (code) => resolve(code === 0 ? ['unshare', ...prefix] : []))
  })
  return cut
}
