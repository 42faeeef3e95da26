import { Worker } from 'node:worker_threads'

/** What became of a piece of work given to a thread: its value, or why there is none. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'timeout' | 'memory' | 'crash'; readonly message: string }

export interface Limits {
  /** wall clock, in milliseconds; the thread is killed beyond it */
  readonly timeoutMs?: number
  /** JavaScript heap, in megabytes */
  readonly memoryMb?: number
}

/** At most this many threads at once: hostile files must not starve the rest of the server. */
const MAX_THREADS = 2
const waiting: (() => void)[] = []
let running = 0

async function enter(): Promise<void> {
  if (running < MAX_THREADS) {
    running += 1
    return
  }
  await new Promise<void>((resolve) => {
    waiting.push(resolve)
  })
}

function leave(): void {
  const next = waiting.shift()
  if (next === undefined) running -= 1
  else next()
}

/**
 * Runs `entry` (a module calling `serveIsolated`) in a thread of its own with a time and memory limit.
 * Meant for parsers fed with hostile bytes: an endless loop or a full heap kills the thread, never the server.
 * The clock starts when the thread does, not while waiting for a free one. Never rejects.
 */
export async function runIsolated<T>(entry: URL, input: unknown, limits: Limits = {}): Promise<Outcome<T>> {
  await enter()
  try {
    return await runWorker<T>(entry, input, limits)
  } finally {
    leave()
  }
}

function runWorker<T>(entry: URL, input: unknown, limits: Limits): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    const worker = new Worker(entry, {
      workerData: input,
      // A parser's console noise may quote the file: it goes nowhere.
      stdout: true,
      stderr: true,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb ?? 512, stackSizeMb: 8 },
    })
    const timer = setTimeout(() => {
      finish({ ok: false, reason: 'timeout', message: 'time limit reached' })
    }, limits.timeoutMs ?? 5000)
    let done = false
    const finish = (outcome: Outcome<T>) => {
      if (done) return
      done = true
      clearTimeout(timer)
      worker.terminate().then(
        () => resolve(outcome),
        () => resolve(outcome),
      )
    }
    // The thread is our own code: its answer has the type its module declares.
    worker.on('message', (outcome: Outcome<T>) => finish(outcome))
    worker.on('error', (error: unknown) => {
      const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      finish({ ok: false, reason: memory ? 'memory' : 'crash', message: String(error) })
    })
    worker.on('exit', () =>
      finish({ ok: false, reason: 'crash', message: 'the thread ended without an answer' }),
    )
  })
}
