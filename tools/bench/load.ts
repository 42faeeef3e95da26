import { setTimeout as sleep } from 'node:timers/promises'

/** Latencies of one screen, in milliseconds. */
export type Latencies = readonly number[]

/** Asks for one variant of one screen; rejects when the answer is not the one expected. */
export type Ask = (screen: number, call: number) => Promise<void>

/** The value below which a share of the latencies are; NaN when there are none. */
export function percentile(latencies: Latencies, share: number): number {
  const sorted = latencies.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** One client, one request at a time: every variant of each screen in turn, after a first round that is not counted. */
export async function measureAlone(
  screens: readonly number[],
  rounds: number,
  ask: Ask,
): Promise<Latencies[]> {
  const measured: number[][] = []
  for (const [screen, calls] of screens.entries()) {
    const latencies: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      for (let call = 0; call < calls; call += 1) {
        const start = performance.now()
        await ask(screen, call)
        if (round > 0) latencies.push(performance.now() - start)
      }
    }
    measured.push(latencies)
  }
  return measured
}

export interface TogetherOptions {
  readonly agents: number
  /** mean time between two requests of one agent */
  readonly intervalMs: number
  readonly seconds: number
  /** not counted: connections opened, statements planned */
  readonly warmUpSeconds: number
}

/**
 * Open loop: each agent asks for a screen drawn at random at the instants of a Poisson process, whether or not what it
 * asked before has come. A latency runs from the intended instant, so that a stall is paid by all who had to wait.
 */
export async function measureTogether(
  screens: readonly number[],
  o: TogetherOptions,
  ask: Ask,
): Promise<Latencies[]> {
  const measured: number[][] = screens.map(() => [])
  const start = performance.now()
  const counted = start + o.warmUpSeconds * 1000
  const end = counted + o.seconds * 1000
  const pending: Promise<void>[] = []
  const failures: unknown[] = []
  const one = async (intended: number): Promise<void> => {
    const screen = Math.floor(Math.random() * screens.length)
    await ask(screen, Math.floor(Math.random() * (screens[screen] ?? 1)))
    if (intended >= counted) measured[screen]?.push(performance.now() - intended)
  }
  const agent = async (): Promise<void> => {
    let intended = start
    for (;;) {
      intended += -Math.log(1 - Math.random()) * o.intervalMs
      if (intended > end || failures.length > 0) return
      const wait = intended - performance.now()
      if (wait > 0) await sleep(wait)
      pending.push(one(intended).catch((error: unknown) => void failures.push(error)))
    }
  }
  await Promise.all(Array.from({ length: o.agents }, agent))
  await Promise.all(pending)
  if (failures.length > 0) throw failures[0]
  return measured
}
