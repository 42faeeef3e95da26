/** Gives back a place; calling it again does nothing. */
export type Leave = () => void

export interface LanesOptions {
  /** how many hold a place at once */
  readonly lanes: number
  /** milliseconds after which who still holds a place no longer counts: a long export keeps nobody waiting */
  readonly longMs: number
}

export interface Lanes {
  /** Waits for a place, in the order of arrival. */
  enter(): Promise<Leave>
}

/**
 * Keeps a burst on few connections. Each connection has plans and caches of its own: spread over ten of them, requests meet cold
 * ones, which cost several times more, on a database of a few cores that cannot run ten at once anyway.
 */
export function createLanes({ lanes, longMs }: LanesOptions): Lanes {
  const waiting: ((leave: Leave) => void)[] = []
  let held = 0

  const taken = (): Leave => {
    held += 1
    let counted = true
    const leave = (): void => {
      if (!counted) return
      counted = false
      clearTimeout(long)
      held -= 1
      const next = waiting.shift()
      if (next !== undefined) next(taken())
    }
    const long = setTimeout(leave, longMs)
    long.unref()
    return leave
  }

  return {
    enter: () =>
      held < lanes ? Promise.resolve(taken()) : new Promise<Leave>((resolve) => waiting.push(resolve)),
  }
}
