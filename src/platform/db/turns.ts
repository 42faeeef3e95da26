import { EngineBusyError, EngineFailure } from './errors.ts'

export interface Turns {
  /** Waits for one's turn. Returns the function that gives it to the next. */
  take(): Promise<() => void>
  /** Refuses newcomers and waits for the turn in progress to end (at most `timeoutMs`). */
  close(): Promise<void>
}

interface Waiter {
  readonly serve: () => void
  readonly refuse: (error: Error) => void
}

/** First come, first served access to one resource. Waiting more than `timeoutMs` rejects with EngineBusyError. */
export function createTurns(timeoutMs: number): Turns {
  const waiting: Waiter[] = []
  let busy = false
  let closed = false
  let onFree: (() => void) | null = null

  const next = (): void => {
    const waiter = waiting.shift()
    if (waiter !== undefined) waiter.serve()
    else {
      busy = false
      onFree?.()
    }
  }
  const releaser = (): (() => void) => {
    let released = false
    return () => {
      if (released) return
      released = true
      next()
    }
  }
  return {
    take() {
      if (closed) return Promise.reject(new EngineFailure('the database is closed'))
      if (!busy) {
        busy = true
        return Promise.resolve(releaser())
      }
      const { promise, resolve, reject } = Promise.withResolvers<() => void>()
      const waiter: Waiter = {
        serve: () => {
          clearTimeout(timer)
          resolve(releaser())
        },
        refuse: (error) => {
          clearTimeout(timer)
          reject(error)
        },
      }
      const timer = setTimeout(() => {
        const at = waiting.indexOf(waiter)
        if (at >= 0) waiting.splice(at, 1)
        reject(new EngineBusyError(timeoutMs))
      }, timeoutMs)
      waiting.push(waiter)
      return promise
    },
    async close() {
      closed = true
      for (const waiter of waiting.splice(0)) waiter.refuse(new EngineFailure('the database is closed'))
      if (!busy) return
      await Promise.race([
        new Promise<void>((resolve) => {
          onFree = resolve
        }),
        new Promise<void>((resolve) => setTimeout(resolve, timeoutMs).unref()),
      ])
    },
  }
}
