import { Worker } from 'node:worker_threads'
import type { EmbeddedWorkerOptions, WorkerError, WorkerReply, WorkerRequest } from './embedded-protocol.ts'
import { DatabaseError, EngineFailure, ResultTooLargeError } from './errors.ts'

type Unnumbered<T> = T extends { id: number } ? Omit<T, 'id'> : never
type Numbered = Extract<WorkerReply, { id: number }>
type Reply = Exclude<Numbered, { kind: 'error' }>

interface Pending {
  readonly resolve: (reply: Numbered) => void
  readonly reject: (error: Error) => void
}

export interface Mailbox {
  /** resolves when the database answers, rejects when it cannot be opened */
  readonly ready: Promise<void>
  /** who wants the notifications of each channel */
  readonly channels: Map<string, Set<(payload: string) => void>>
  request(request: Unnumbered<WorkerRequest>): Promise<Reply>
  close(): Promise<void>
}

function toError(error: WorkerError): Error {
  switch (error.kind) {
    case 'database':
      return new DatabaseError(error.fields)
    case 'too-large':
      return new ResultTooLargeError(error.limit)
    case 'failure':
      return new EngineFailure(error.message)
  }
}

/** The requests a dead thread will never answer. */
function createPending() {
  const waiting = new Map<number, Pending>()
  return {
    add(id: number): Promise<Numbered> {
      const { promise, resolve, reject } = Promise.withResolvers<Numbered>()
      waiting.set(id, { resolve, reject })
      return promise
    },
    settle(reply: Numbered): void {
      waiting.get(reply.id)?.resolve(reply)
      waiting.delete(reply.id)
    },
    rejectAll(error: Error): void {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    },
  }
}

/**
 * Starts the thread of the embedded database: numbered requests, one reply each, all rejected when the thread dies.
 * `onFatal` is told once when it dies by itself.
 */
export function startWorker(
  options: EmbeddedWorkerOptions,
  onFatal: (error: EngineFailure) => void,
): Mailbox {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: options,
    execArgv: [],
  })
  const pending = createPending()
  const channels: Mailbox['channels'] = new Map()
  const ready = Promise.withResolvers<void>()
  let failure: EngineFailure | null = null
  let closing = false
  let last = 0

  const fail = (message: string): void => {
    if (failure !== null) return
    failure = new EngineFailure(message)
    ready.reject(failure)
    pending.rejectAll(failure)
    if (!closing) onFatal(failure)
  }
  const receive = (reply: WorkerReply): void => {
    switch (reply.kind) {
      case 'ready':
        ready.resolve()
        return
      case 'fatal':
        fail(`the embedded database stopped: ${reply.message}`)
        return
      case 'notification':
        for (const callback of channels.get(reply.channel) ?? []) callback(reply.payload)
        return
      default:
        pending.settle(reply)
    }
  }
  worker.on('message', receive)
  // Only the message: the stack of this bundle quotes 20 kB of minified source.
  worker.on('error', (error) => fail(`the embedded database stopped: ${String(error).slice(0, 500)}`))
  worker.on('exit', (code) =>
    fail(closing ? 'the database is closed' : `the embedded database exited (${code})`),
  )

  return {
    ready: ready.promise,
    channels,
    async request(request) {
      if (failure !== null) throw failure
      last += 1
      const answer = pending.add(last)
      worker.postMessage({ ...request, id: last })
      const reply = await answer
      // Made here, after the await, so that its stack names the caller.
      if (reply.kind === 'error') throw toError(reply.error)
      return reply
    },
    async close() {
      if (failure === null) await this.request({ kind: 'close' })
      closing = true
      await worker.terminate()
    },
  }
}
