import { parentPort, workerData } from 'node:worker_threads'
import type { Outcome } from './run-isolated.ts'

/** Called by the entry module of a thread: runs `work` on the input received and answers once. */
export function serveIsolated<I, T>(work: (input: I) => Promise<T> | T): void {
  const port = parentPort
  if (port === null) return
  const answer = (outcome: Outcome<T>) => port.postMessage(outcome)
  // async, so that a synchronous throw is an answer too
  const run = async () => work(workerData)
  run().then(
    (value) => answer({ ok: true, value }),
    (error: unknown) => answer({ ok: false, reason: 'crash', message: String(error) }),
  )
}
